using Router.Engine.Properties.Checks;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Reference;

/// <summary>Who knows the customer of a ticket that enters its queue: it waits for him first, if he is there and soon free.</summary>
internal static class KnownAgents
{
    /// <summary>Finds him.</summary>
    /// <returns>The ticket, and when it is due at the latest.</returns>
    public static (TicketRecord Ticket, long LatestDue) Find(World world, TicketRecord ticket, bool isNew)
    {
        var known = Customers.Of(world, ticket.Content);
        if (isNew
            && known is { CutOffAt: > 0 }
            && known.CutOffChannel == ticket.Content.Channel
            && world.Policy.BackWithinSeconds > 0
            && world.Now - known.CutOffAt <= world.Policy.BackWithinSeconds * 1_000L)
        {
            Customers.Back(world, ticket);
            return (Wanting(world, ticket, known.CutOffAgentId, WantedCause.CutOff, PersonalWaits.PatienceMs(world, ticket)) ?? ticket, known.CutOffDueAt);
        }

        var steps = Requirements.StepsOf(world.Policy, ticket.Content);
        if (steps.Count < 2 || !steps[0].IsKnownAgent)
        {
            return (ticket, long.MaxValue);
        }

        var lasts = steps[1].AfterMs;
        var wanting = Wanting(world, ticket, ticket.Content.KnownAgentId, WantedCause.KnownAgent, lasts)
            ?? Wanting(world, ticket, known?.AgentId ?? "", WantedCause.KnownAgent, lasts);
        return (wanting ?? ticket, long.MaxValue);
    }

    /// <summary>The ticket wants him; null where he is not there, too many wait for him, or his own wait is longer than that.</summary>
    private static TicketRecord? Wanting(World world, TicketRecord ticket, string agentId, WantedCause cause, long lasts) =>
        world.Agent(agentId) is { } agent
        && Rulebook.TakesWork(agent, ticket.Content.Channel)
        && Rulebook.Serves(world.Policy, Rulebook.InSession(agent), ticket, ticket.Steps.Count)
        && !Rulebook.IsCooling(ticket, agentId)
        && !PersonalWaits.IsFull(world, agentId)
        && WaitMs(world, agent, ticket) <= lasts
            ? ticket with { WantedAgentId = agentId, WantedCause = cause, WantedUntil = world.Now + lasts }
            : null;

    /// <summary>How long the ticket would wait for him, as far as handle times tell: after those that wait for him already, and after what leaves no room for it.</summary>
    private static long WaitMs(World world, AgentRecord agent, TicketRecord ticket)
    {
        var (channel, inHand) = (world.Channel(ticket), world.Load(agent.Profile.Id));
        var handleMs = channel.HandleSeconds * 1_000L;
        var before = PersonalWaits.For(world, agent.Profile.Id).Count * handleMs;
        if (Rulebook.HasRoom(world.Policy, agent.Profile, inHand, channel.Name))
        {
            return before;
        }

        // All of it must be done before what goes with no other work; of the rest one must.
        var live = inHand.FindAll(t => Rulebook.IsLive(world.Policy, t));
        var isApart = channel.Exclusive || live.Exists(t => Rulebook.IsExclusive(world.Policy, t)) || (channel.Interruptible && live.Count > 0);
        var left = (channel.Interruptible && !isApart ? inHand : live).ConvertAll(t => LeftMs(world, t));
        return before + (left.Count == 0 ? handleMs : isApart ? left.Max() : left.Min());
    }

    private static long LeftMs(World world, TicketRecord ticket)
    {
        var handleMs = world.Channel(ticket).HandleSeconds * 1_000L;
        return ticket.State switch
        {
            TicketState.WrappingUp => ticket.WrapUpEndsAt - world.Now,
            TicketState.Assigned => Math.Max(0, ticket.AssignedAt + handleMs - world.Now),
            _ => handleMs,
        };
    }
}
