using System.Globalization;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>Agents who have joined an assigned ticket of another's: it counts among what each of them has in hand, and none of them owns it.</summary>
internal static class Participants
{
    /// <summary>As many may join one ticket.</summary>
    public const int Most = 3;

    /// <summary>The participant whose consult is still open: he has not said that he stays. Null when there is none.</summary>
    public static Participant? Open(Ticket ticket) => Array.Find(ticket.Participants, p => !p.Stays);

    /// <summary>Who was asked to join does.</summary>
    public static void Join(WorkspaceState state, Ticket ticket, Agent agent, int offerNo)
    {
        ticket.Participants = [.. ticket.Participants, new Participant(agent, offerNo, state.Now, Stays: false)];
        agent.AddJoined(ticket);
        state.Emit(
            ticket,
            new ConsultStarted(ticket.Id, ticket.AssignmentNo, ticket.Agent!.Id, agent.Id, offerNo),
            agent.Id,
            ticket.AssignmentNo.ToString(CultureInfo.InvariantCulture));
        Readiness.Refresh(state, agent);
    }

    /// <summary>He stays to the end, and another agent may be consulted beside him. Said twice is said once.</summary>
    public static void Stay(WorkspaceState state, Ticket ticket, Participant participant, Actor by)
    {
        if (!participant.Stays)
        {
            ticket.Participants = Array.ConvertAll(ticket.Participants, p => p == participant ? p with { Stays = true } : p);
            Note(state, ticket, participant, ConsultEnd.Stays, by);
        }
    }

    /// <summary>He is a participant no longer; the caller gives him what he may have now.</summary>
    public static void Leave(WorkspaceState state, Ticket ticket, Participant participant, ConsultEnd end, Actor? by = null)
    {
        var agent = participant.Agent;
        Remove(ticket, participant);
        agent.IdleSince = state.Now;
        state.MarkChanged(agent);
        Note(state, ticket, participant, end, by);
        Readiness.Refresh(state, agent);
    }

    /// <summary>An agent who signs out leaves all that he has joined.</summary>
    public static void LeaveAll(WorkspaceState state, Agent agent)
    {
        foreach (var ticket in agent.Joined)
        {
            Leave(state, ticket, ticket.ParticipantOf(agent)!, ConsultEnd.SignedOut);
        }
    }

    /// <summary>He owns the ticket from now on, and who did is free of it; who is asked for it is asked no longer. Other participants stay.</summary>
    /// <returns>Who was asked, for the caller to give him what he may have now.</returns>
    public static IReadOnlyList<Agent> TakeOver(WorkspaceState state, Ticket ticket, Participant participant, ConsultEnd end, Actor? by = null)
    {
        var asked = PeerOffers.End(state, ticket, OfferEnd.CalledOff);
        Remove(ticket, participant);
        Note(state, ticket, participant, end, by);
        TransferTicket.Pass(state, ticket, participant.Agent, participant.OfferNo, note: "");
        return asked is null ? [] : [asked];
    }

    /// <summary>The ticket's assignment is over, or nobody but its owner counts for what comes: who was asked for it and who has joined it are free of it.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="ticket">The ticket, still its owner's.</param>
    /// <param name="end">What is said to who was asked.</param>
    /// <returns>These agents; the caller runs <see cref="AfterWork"/> for them.</returns>
    public static IReadOnlyList<Agent> Free(WorkspaceState state, Ticket ticket, OfferEnd end)
    {
        if (ticket is { PeerOffer: null, Participants.Length: 0 })
        {
            return [];
        }

        var free = new List<Agent>();
        if (PeerOffers.End(state, ticket, end) is { } asked)
        {
            free.Add(asked);
        }

        foreach (var participant in ticket.Participants)
        {
            Leave(state, ticket, participant, ConsultEnd.Over);
            free.Add(participant.Agent);
        }

        return free;
    }

    private static void Remove(Ticket ticket, Participant participant)
    {
        ticket.Participants = Array.FindAll(ticket.Participants, p => p != participant);
        participant.Agent.RemoveJoined(ticket);
    }

    private static void Note(WorkspaceState state, Ticket ticket, Participant participant, ConsultEnd end, Actor? by) => state.Emit(
        ticket,
        new ConsultEnded(ticket.Id, ticket.AssignmentNo, ticket.Agent!.Id, participant.Agent.Id, end, state.Now - participant.JoinedAt),
        participant.Agent.Id,
        $"{end}",
        by);
}
