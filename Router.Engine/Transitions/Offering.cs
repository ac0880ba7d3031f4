using System.Globalization;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>Holds a ticket for an agent, and takes it back.</summary>
internal static class Offering
{
    public static void Make(WorkspaceState state, Ticket ticket, Agent agent)
    {
        var seconds = state.Queues[ticket.Content.Queue].Channel(ticket.Channel.Name)?.OfferSeconds ?? ticket.Channel.Policy.OfferSeconds;
        ticket.OfferNo++;
        ticket.Agent = agent;
        ticket.OfferedAt = state.Now;
        ticket.OfferExpiresAt = state.Now + state.RealSeconds(seconds);
        Moves.To(state, ticket, TicketState.Offered);
        agent.Add(ticket);
        state.Emit(ticket, new OfferMade(ticket.Id, ticket.OfferNo, agent.Id, ticket.OfferExpiresAt, state.Now - ticket.EnteredAt), agent.Id, ticket.OfferNo.ToString(CultureInfo.InvariantCulture));
        Readiness.Refresh(state, agent);
    }

    /// <summary>The offer is over without an accept: the agent has room again, and the ticket is nobody's until the caller puts it somewhere.</summary>
    /// <returns>The agent who had it.</returns>
    public static Agent End(WorkspaceState state, Ticket ticket, OfferEnd end, string cause = "")
    {
        var agent = ticket.Agent!;
        agent.Tickets.Remove(ticket);
        var openMs = state.Now - ticket.OfferedAt;
        ticket.Agent = null;
        ticket.OfferedAt = 0;
        ticket.OfferExpiresAt = 0;
        state.Emit(
            ticket,
            new OfferEnded(ticket.Id, ticket.OfferNo, agent.Id, end, cause, openMs),
            agent.Id,
            cause.Length == 0 ? $"{ticket.OfferNo} {end}" : $"{ticket.OfferNo} {end}: {cause}");
        Credits.GiveBack(state, agent, end);
        Readiness.Refresh(state, agent);
        return agent;
    }

    /// <summary>Takes an offer back to the queue; the caller gives the ticket and the agent what they may have now.</summary>
    public static void Withdraw(WorkspaceState state, Ticket ticket, OfferEnd end)
    {
        End(state, ticket, end);
        Queueing.OpenPassedSteps(state, ticket);
        Queueing.PutInLane(state, ticket);
    }

    /// <summary>Takes back an agent's open offers, or some of them, and the hold for a ticket that goes with them.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="end">Why.</param>
    /// <param name="which">For which tickets; all when null.</param>
    /// <returns>The tickets that now wait in their lanes: the caller gives them to others.</returns>
    public static List<Ticket> TakeBack(WorkspaceState state, Agent agent, OfferEnd end, Func<Ticket, bool>? which = null)
    {
        var back = agent.Tickets.Where(t => t.State == TicketState.Offered && which?.Invoke(t) != false).ToList();
        foreach (var ticket in back)
        {
            Withdraw(state, ticket, end);
        }

        if (agent.HeldFor is { } awaited && which?.Invoke(awaited) != false)
        {
            Holds.Release(state, awaited);
            back.Add(awaited);
        }

        return back;
    }

    /// <summary>The agent is not offered this ticket again for the queue's cool-down.</summary>
    public static void CoolDown(WorkspaceState state, Ticket ticket, Agent agent)
    {
        // Also without a cool-down others come first, and he is first given what is due earlier.
        var until = state.Now + Math.Max(1, state.Queues[ticket.Content.Queue].CooldownSeconds * 1_000L);
        ticket.Cooldowns = [.. ticket.Cooldowns.Where(c => c.AgentId != agent.Id), new Cooldown(agent.Id, until)];
    }
}
