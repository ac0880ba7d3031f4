using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>An agent ends his session: at once, when his work is done, or by handing it back.</summary>
internal static class SignOutAgent
{
    public static Outcome Apply(WorkspaceState state, SignOut command)
    {
        if (!state.Agents.TryGetValue(command.AgentId, out var agent))
        {
            return Refusals.UnknownAgent(command.AgentId);
        }

        if (!agent.IsSignedIn || agent.SessionId != command.SessionId)
        {
            return Refusals.NoSession(agent.Id);
        }

        var inHand = agent.Tickets.Where(t => t.State == TicketState.Assigned).ToList();
        if (inHand.Count > 0 && command.WorkInHand == WorkInHand.Refuse)
        {
            return Outcome.Refused(
                Reason.WorkInHand,
                $"There is work in hand ({string.Join(", ", inHand.Select(t => t.Id))}): say whether to finish it, park it or hand it back.",
                ("field", "work_in_hand"));
        }

        var back = Leave(state, agent, OfferEnd.SignedOut);
        if (command.WorkInHand != WorkInHand.Finish)
        {
            Participants.LeaveAll(state, agent);
        }

        var others = new List<Agent>();
        if (command.WorkInHand == WorkInHand.HandBack)
        {
            back.AddRange(HandBack(state, agent, others));
        }
        else if (command.WorkInHand == WorkInHand.Park)
        {
            others.AddRange(inHand.SelectMany(t => Participants.Free(state, t, OfferEnd.CalledOff)));
            inHand.ForEach(t => Parking.Begin(state, t, until: 0, untilAnswer: true));
            Readiness.Refresh(state, agent);
        }

        var ends = command.WorkInHand != WorkInHand.Finish || agent.IsEmptyHanded;
        if (ends)
        {
            back.AddRange(PersonalWaits.EndLive(state, agent));
        }

        AfterWork.Run(state, [.. others.Distinct()], back);
        if (ends)
        {
            Sessions.End(state, agent, SessionEnd.SignedOut);
        }

        return Outcome.Done();
    }

    /// <summary>He takes nothing new any more, and his open offers are over.</summary>
    /// <returns>Tickets that he was offered or held for, which the caller gives to others.</returns>
    public static List<Ticket> Leave(WorkspaceState state, Agent agent, OfferEnd end)
    {
        agent.SigningOut = true;
        state.MarkChanged(agent);
        Readiness.Refresh(state, agent);
        return Offering.TakeBack(state, agent, end);
    }

    /// <summary>What he handles goes back to its place.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="others">Takes who was asked for something of it or had joined it, for the caller to give them what they may have after these tickets.</param>
    /// <returns>These tickets, which the caller gives to others.</returns>
    public static List<Ticket> HandBack(WorkspaceState state, Agent agent, List<Agent> others)
    {
        var inHand = agent.Tickets.Where(t => t.State == TicketState.Assigned).ToList();
        others.AddRange(inHand.SelectMany(t => Assigning.Requeue(state, t, RequeueCause.HandedBack)));
        return inHand;
    }
}
