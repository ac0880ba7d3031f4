using Router.Engine.Properties.Checks;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Reference;

/// <summary>A ticket waits for one agent, whom nobody else is given it before, for a while.</summary>
internal static class PersonalWaits
{
    /// <summary>As long as the target, and at the least what the policy says.</summary>
    public static long PatienceMs(World world, TicketRecord ticket) =>
        Math.Max(world.Policy.LeastForOneSeconds * 1_000L, Waiting.TargetMs(world, ticket));

    /// <summary>What waits for an agent alone, or is offered to him so.</summary>
    public static List<TicketRecord> For(World world, string agentId) =>
        [.. world.Tickets.Where(t => t.State is TicketState.Queued or TicketState.Offered && t.WantedAgentId == agentId && t.WantedUntil > 0)];

    public static bool IsFull(World world, string agentId) => For(world, agentId).Count >= world.Policy.MostForOne;

    /// <summary>He takes such tickets, for live work he is signed in, and not too many wait for him.</summary>
    public static bool MayBegin(World world, TicketRecord ticket, string agentId) =>
        world.Agent(agentId) is { } agent
        && Rulebook.CanEverTake(world.Policy, agent.Profile, ticket.Content.Channel)
        && (!Rulebook.IsLive(world.Policy, ticket) || (agent.SessionId.Length > 0 && People.TakesChannel(agent, ticket.Content.Channel)))
        && !IsFull(world, agentId);

    /// <summary>The ticket, which enters its queue, waits for the agent whom it wants from now on, if he is there for it.</summary>
    public static TicketRecord Begun(World world, TicketRecord ticket) =>
        ticket.WantedAgentId.Length == 0 || !MayBegin(world, ticket, ticket.WantedAgentId) ? Over(ticket)
        : ticket.WantedUntil > 0 ? ticket
        : ticket with { WantedUntil = world.Now + PatienceMs(world, ticket) };

    /// <summary>It waits for nobody in particular.</summary>
    public static TicketRecord Over(TicketRecord ticket) => ticket with { WantedAgentId = "", WantedCause = WantedCause.Unspecified, WantedUntil = 0 };

    /// <summary>What waits for the agent, or some of it, goes on as its queue says.</summary>
    public static void EndFor(World world, string agentId, Func<TicketRecord, bool> which)
    {
        foreach (var ticket in For(world, agentId).Where(t => t.State == TicketState.Queued && which(t)))
        {
            Waiting.Back(world, Waiting.WithoutHold(Over(ticket)));
        }
    }

    /// <summary>So does what he can take no longer.</summary>
    public static void Review(World world, string agentId) =>
        EndFor(world, agentId, t => !Rulebook.CanEverTake(world.Policy, world.Agent(agentId)!.Profile, t.Content.Channel));
}
