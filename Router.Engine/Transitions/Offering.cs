using System.Globalization;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>Holds a ticket for an agent, or for several, and takes it back.</summary>
internal static class Offering
{
    public static void Make(WorkspaceState state, Ticket ticket, Agent agent)
    {
        ticket.OfferedAt = state.Now;
        ticket.OfferExpiresAt = state.Now + LastsMs(state, ticket);
        if (ticket.Rules.OfferWidth > 1)
        {
            ticket.Broadcast = new Broadcast(0, []);
            Moves.To(state, ticket, TicketState.Offered);
            Join(state, ticket, agent);
            return;
        }

        ticket.OfferNo++;
        ticket.Agent = agent;
        Moves.To(state, ticket, TicketState.Offered);
        Tell(state, ticket, agent);
    }

    /// <summary>How long an offer of the ticket is open, ms of engine time.</summary>
    public static long LastsMs(WorkspaceState state, Ticket ticket) => state.RealSeconds(
        ticket.WaitClass.ChannelRules?.OfferSeconds ?? ticket.Channel.Policy.OfferSeconds);

    /// <summary>One more agent is offered what is offered to several.</summary>
    public static void Join(WorkspaceState state, Ticket ticket, Agent agent)
    {
        ticket.OfferNo++;
        ticket.Broadcast = ticket.Broadcast!.With(new AgentOffer(agent, ticket.OfferNo));
        Tell(state, ticket, agent);
    }

    /// <summary>An agent's offer is over without an accept: he has room again. After the last one the ticket is nobody's until the caller puts it somewhere.</summary>
    public static void End(WorkspaceState state, Ticket ticket, Agent agent, OfferEnd end, string cause = "")
    {
        var offerNo = ticket.Broadcast?.OfferTo(agent).OfferNo ?? ticket.OfferNo;
        agent.Remove(ticket);
        var openMs = state.Now - ticket.OfferedAt;
        ticket.Agent = null;
        ticket.Broadcast = ticket.Broadcast?.Without(agent);
        if (ticket.Broadcast is null)
        {
            ticket.OfferedAt = 0;
            ticket.OfferExpiresAt = 0;
        }

        state.Emit(
            ticket,
            new OfferEnded(ticket.Id, offerNo, agent.Id, end, cause, openMs),
            agent.Id,
            EndText(offerNo, end, cause));
        Credits.GiveBack(state, agent, end);
        Readiness.Refresh(state, agent);
    }

    /// <summary>How an offer ended, for the ticket's history.</summary>
    public static string EndText(int offerNo, OfferEnd end, string cause) => cause.Length == 0 ? $"{offerNo} {end}" : $"{offerNo} {end}: {cause}";

    /// <summary>All open offers of a ticket are over without an accept.</summary>
    /// <returns>The agents who had them.</returns>
    public static IReadOnlyList<Agent> EndAll(WorkspaceState state, Ticket ticket, OfferEnd end)
    {
        IReadOnlyList<Agent> agents = ticket.Broadcast is { } broadcast ? Array.ConvertAll(broadcast.Open, o => o.Agent)
            : ticket.Agent is { } only ? [only] : [];
        foreach (var agent in agents)
        {
            End(state, ticket, agent, end);
        }

        return agents;
    }

    /// <summary>Takes all offers of a ticket back to the queue; the caller gives the ticket and the agents what they may have now.</summary>
    public static void Withdraw(WorkspaceState state, Ticket ticket, OfferEnd end)
    {
        EndAll(state, ticket, end);
        PutBack(state, ticket);
    }

    /// <summary>
    /// Takes back an agent's open offers, or some of them, and the hold for a ticket that goes with them; of what he is asked to take over, all or
    /// what he could take no longer.
    /// </summary>
    /// <param name="state">The workspace.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="end">Why.</param>
    /// <param name="which">For which tickets; all when null.</param>
    /// <returns>The tickets that now wait in their lanes: the caller gives them to others.</returns>
    public static List<Ticket> TakeBack(WorkspaceState state, Agent agent, OfferEnd end, Func<Ticket, bool>? which = null)
    {
        var back = TakeBackOffers(state, agent, end, which);
        foreach (var ticket in agent.PeerOffers.Where(t => which is null || !agent.TakesChannel(t.Channel) || !agent.CanEverTake(t.Channel, state.Policy)).ToList())
        {
            PeerOffers.End(state, ticket, end);
        }

        if (agent.HeldFor is { } awaited && which?.Invoke(awaited) != false)
        {
            Holds.Release(state, awaited);
            back.Add(awaited);
        }

        return back;
    }

    /// <summary>Takes back an agent's open offers, or some of them, and nothing else.</summary>
    /// <returns>The tickets that now wait in their lanes: the caller gives them to others.</returns>
    public static List<Ticket> TakeBackOffers(WorkspaceState state, Agent agent, OfferEnd end, Func<Ticket, bool>? which)
    {
        var back = agent.Tickets.Where(t => t.State == TicketState.Offered && which?.Invoke(t) != false).ToList();
        foreach (var ticket in back)
        {
            End(state, ticket, agent, end);
        }

        back.RemoveAll(t => t.Broadcast is not null);
        back.ForEach(t => PutBack(state, t));
        return back;
    }

    /// <summary>The agent is not offered this ticket again for the queue's cool-down.</summary>
    public static void CoolDown(WorkspaceState state, Ticket ticket, Agent agent)
    {
        // Also without a cool-down others come first, and he is first given what is due earlier.
        var until = state.Now + Math.Max(1, state.Queues[ticket.Content.Queue].CooldownSeconds * 1_000L);
        ticket.Cooldowns = [.. ticket.Cooldowns.Where(c => c.AgentId != agent.Id), new Cooldown(agent.Id, until)];
    }

    /// <summary>Its last offer is over: it stands in its lane again.</summary>
    public static void PutBack(WorkspaceState state, Ticket ticket)
    {
        Queueing.OpenPassedSteps(state, ticket);
        Queueing.PutInLane(state, ticket);
    }

    private static void Tell(WorkspaceState state, Ticket ticket, Agent agent)
    {
        agent.Add(ticket);
        state.Emit(ticket, new OfferMade(ticket.Id, ticket.OfferNo, agent.Id, ticket.OfferExpiresAt, state.Now - ticket.EnteredAt), agent.Id, ticket.OfferNo.ToString(CultureInfo.InvariantCulture));
        Readiness.Refresh(state, agent);
    }
}
