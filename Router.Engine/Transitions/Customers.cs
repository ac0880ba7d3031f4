using Router.Engine.Records;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>Remembers of customers what serves their next ticket, for as long as the policy says.</summary>
internal static class Customers
{
    /// <summary>Most customers who are forgotten at one time, unless the policy says to remember nobody.</summary>
    private const int MostForgotten = 100;

    /// <summary>What is remembered of the ticket's customer, or null.</summary>
    public static CustomerRecord? Of(WorkspaceState state, TicketContent content)
    {
        if (state.Policy.CustomerMemorySeconds == 0 || content.CustomerId.Length == 0)
        {
            return null;
        }

        return state.Customers.Find(content.CustomerId)?.Record is { } record && record.At >= Since(state) ? record : null;
    }

    /// <summary>A ticket that names no language is in its customer's last one.</summary>
    public static TicketContent WithLanguage(WorkspaceState state, TicketContent content) =>
        content.Languages.Count == 0 && Of(state, content) is { Language.Length: > 0 } known
            ? content with { Languages = [new LanguageNeed(known.Language, 1, 0)] }
            : content;

    /// <summary>An agent completed a ticket of his.</summary>
    public static void Served(WorkspaceState state, Ticket ticket, string agentId)
    {
        if (IsRemembered(state, ticket))
        {
            var known = Known(state, ticket);
            Put(state, known with { AgentId = agentId, Language = ticket.Content.FirstLanguage.Length > 0 ? ticket.Content.FirstLanguage : known.Language });
        }
    }

    /// <summary>His live interaction with an agent is over, and not by the agent.</summary>
    public static void CutOff(WorkspaceState state, Ticket ticket)
    {
        if (IsRemembered(state, ticket) && ticket.Channel.IsLive)
        {
            Put(state, Known(state, ticket) with
            {
                CutOffAt = state.Now,
                CutOffAgentId = ticket.Agent!.Id,
                CutOffChannel = ticket.Channel.Name,
                CutOffDueAt = ticket.DueAt,
            });
        }
    }

    /// <summary>He is back: it was one interruption.</summary>
    public static void Back(WorkspaceState state, CustomerRecord known) =>
        Put(state, known with { CutOffAt = 0, CutOffAgentId = "", CutOffChannel = "", CutOffDueAt = 0 });

    /// <summary>The policy says to remember nobody.</summary>
    public static void ForgetAll(WorkspaceState state)
    {
        while (state.Customers.Count > 0)
        {
            Forget(state, state.Customers.Oldest);
        }
    }

    private static long Since(WorkspaceState state) => state.Now - (state.Policy.CustomerMemorySeconds * 1_000L);

    private static bool IsRemembered(WorkspaceState state, Ticket ticket) =>
        state.Policy.CustomerMemorySeconds > 0 && ticket.Content.CustomerId.Length > 0;

    private static CustomerRecord Known(WorkspaceState state, Ticket ticket) =>
        Of(state, ticket.Content) ?? new CustomerRecord { Id = ticket.Content.CustomerId, At = state.Now };

    private static void Put(WorkspaceState state, CustomerRecord record)
    {
        state.MarkChanged(state.Customers.Put(record with { At = state.Now }));
        for (var i = 0; i < MostForgotten && (state.Customers.Count > CustomerMemory.Most || state.Customers.Oldest.Record.At < Since(state)); i++)
        {
            Forget(state, state.Customers.Oldest);
        }
    }

    private static void Forget(WorkspaceState state, Customer customer)
    {
        state.Customers.Remove(customer);
        state.Batch.ForgottenCustomers.Add(customer.Record.Id);
    }
}
