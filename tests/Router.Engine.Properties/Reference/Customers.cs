using Router.Engine.Properties.Checks;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Reference;

/// <summary>What is remembered of customers: who last completed a ticket of theirs, in which language, and who had them when they were cut off.</summary>
internal static class Customers
{
    /// <summary>What is remembered of the ticket's customer, or null.</summary>
    public static CustomerRecord? Of(World world, TicketContent content) =>
        content.CustomerId.Length == 0 || world.Policy.CustomerMemorySeconds == 0
            ? null
            : world.Customers.Find(c => c.Id == content.CustomerId && c.At >= Since(world));

    /// <summary>A ticket that names no language is in its customer's last one.</summary>
    public static TicketContent WithLanguage(World world, TicketContent content) =>
        content.Languages.Count == 0 && Of(world, content) is { Language.Length: > 0 } known
            ? content with { Languages = [new LanguageNeed(known.Language, 1, 0)] }
            : content;

    /// <summary>An agent completes a ticket of his.</summary>
    public static void Served(World world, TicketRecord ticket) => Remember(world, ticket, known => known with
    {
        AgentId = ticket.AgentId,
        Language = ticket.Content.FirstLanguage.Length > 0 ? ticket.Content.FirstLanguage : known.Language,
    });

    /// <summary>He or his channel ends what he has with an agent.</summary>
    public static void CutOff(World world, TicketRecord ticket)
    {
        if (Rulebook.IsLive(world.Policy, ticket))
        {
            Remember(world, ticket, known => known with
            {
                CutOffAt = world.Now,
                CutOffAgentId = ticket.AgentId,
                CutOffChannel = ticket.Content.Channel,
                CutOffDueAt = ticket.DueAt,
            });
        }
    }

    /// <summary>He is back: that was one interruption.</summary>
    public static void Back(World world, TicketRecord ticket) =>
        Remember(world, ticket, known => known with { CutOffAt = 0, CutOffAgentId = "", CutOffChannel = "", CutOffDueAt = 0 });

    private static void Remember(World world, TicketRecord ticket, Func<CustomerRecord, CustomerRecord> what)
    {
        var id = ticket.Content.CustomerId;
        if (id.Length == 0 || world.Policy.CustomerMemorySeconds == 0)
        {
            return;
        }

        var known = Of(world, ticket.Content) ?? new CustomerRecord { Id = id, At = world.Now };
        world.Customers.RemoveAll(c => c.Id == id || c.At < Since(world));
        world.Customers.Add(what(known) with { At = world.Now });
    }

    private static long Since(World world) => world.Now - (world.Policy.CustomerMemorySeconds * 1_000L);
}
