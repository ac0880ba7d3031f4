using Router.Engine.Deadlines;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>After an outage customers' time ran on and agents' time did not: nobody is blamed and nothing is taken from anybody.</summary>
internal static class OwnerStart
{
    public static void Apply(WorkspaceState state, long term, long now, bool sessionsLive, bool writesLost)
    {
        var outage = Math.Max(0, now - state.Now);
        state.Now += outage;
        state.Term = term;
        state.Emit(new OwnerStarted(term, outage, writesLost));
        if (SuspendSessions(state, outage, sessionsLive))
        {
            AlarmTurns.Quieten(state, state.Now + state.RealSeconds(AgentDeadline.OfflineAfterSeconds));
        }

        foreach (var ticket in state.Tickets.Values.OrderBy(t => t.Counter).ToList())
        {
            if (ticket.Cooldowns.Length > 0)
            {
                ticket.Cooldowns = [.. ticket.Cooldowns.Select(c => c with { Until = c.Until + outage })];
                state.MarkChanged(ticket);
            }

            if (ticket.State == TicketState.WrappingUp)
            {
                ticket.WrapUpEndsAt += outage;
                state.MarkChanged(ticket);
            }

            if (ticket.State == TicketState.Offered)
            {
                Offering.Withdraw(state, ticket, OfferEnd.Outage);
            }

            PeerOffers.End(state, ticket, OfferEnd.Outage);

            TicketDeadline.Update(state, ticket);
        }

        Dispatch.FeedAll(state);
        Dispatch.FeedReserves(state);
    }

    /// <summary>Sessions without a stream begin their grace anew; one that was lost before keeps what it had left, if that is longer.</summary>
    /// <returns>Whether there was one.</returns>
    private static bool SuspendSessions(WorkspaceState state, long outage, bool sessionsLive)
    {
        var isAny = false;
        foreach (var agent in state.Agents.Values.Where(a => a.IsSignedIn).OrderBy(a => a.Number))
        {
            if (agent.TakeUntil > 0 || agent.RestUntil > 0)
            {
                agent.TakeUntil += agent.TakeUntil > 0 ? outage : 0;
                agent.RestUntil += agent.RestUntil > 0 ? outage : 0;
                state.MarkChanged(agent);
            }

            // What he did in the last hour may be otherwise by now: that is due now, whatever he was told before.
            AgentDeadline.Update(state, agent);
            if (agent.HasLiveSession && sessionsLive)
            {
                continue;
            }

            isAny = true;
            agent.GoneSince = agent.HasLiveSession ? state.Now : agent.GoneSince + outage;
            agent.GraceUntil = state.Now + state.RealSeconds(AgentDeadline.OfflineAfterSeconds);
            state.MarkChanged(agent);
            Readiness.Refresh(state, agent);
            if (agent.HeldFor is { } awaited)
            {
                Holds.Release(state, awaited);
            }
        }

        return isAny;
    }
}
