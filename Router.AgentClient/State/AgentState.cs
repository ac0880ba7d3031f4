using System.Collections.Immutable;
using Router.AgentClient.Connection;
using Router.V1;

namespace Router.AgentClient.State;

/// <summary>All that a session knows at one moment. Immutable; the contract's messages in it are not to be changed.</summary>
public sealed record AgentState
{
    /// <summary>How the session stands with its server. While it is not signed in, the rest is what was known last.</summary>
    public AgentConnection Connection { get; init; } = new(ConnectionPhase.Connecting);

    /// <summary>The workspace, empty before the first sign-in.</summary>
    public string Workspace { get; init; } = "";

    /// <summary>The agent, empty before the first sign-in.</summary>
    public string AgentId { get; init; } = "";

    /// <summary>The session on the server, empty before the first sign-in.</summary>
    public string SessionId { get; init; } = "";

    /// <summary>What the agent chose.</summary>
    public AgentPresence Presence { get; init; } = new();

    /// <summary>The server lets him rest, after a hard ticket or too much work.</summary>
    public bool IsResting { get; init; }

    /// <summary>What he is doing, derived from offers and tickets as the server derives it.</summary>
    public AgentActivity Activity => this switch
    {
        { SessionId: "" } => AgentActivity.Unspecified,
        { InHand.IsEmpty: false } => InHand.Any(ticket => ticket.WrapUp is null) ? AgentActivity.Handling : AgentActivity.WrappingUp,
        { Offers.IsEmpty: false } => AgentActivity.Offered,
        _ => IsResting ? AgentActivity.Resting : AgentActivity.Idle,
    };

    /// <summary>Open offers, oldest first.</summary>
    public ImmutableArray<Offer> Offers { get; init; } = [];

    /// <summary>Tickets assigned or wrapping up, oldest first.</summary>
    public ImmutableArray<TicketInHand> InHand { get; init; } = [];

    /// <summary>Profile and policy as far as they concern the agent; null before the first sign-in.</summary>
    public WorkRules? Rules { get; init; }

    /// <summary>The server's clock; null before the first sign-in.</summary>
    public ServerTime? Time { get; init; }

    /// <summary>The offer, if it is open.</summary>
    /// <param name="ticketId">Its ticket.</param>
    /// <param name="offerNo">Its number.</param>
    public Offer? FindOffer(string ticketId, int offerNo)
    {
        foreach (var offer in Offers)
        {
            if (offer.OfferNo == offerNo && offer.Ticket.Id == ticketId)
            {
                return offer;
            }
        }

        return null;
    }

    /// <summary>The ticket, if it is in hand by this assignment.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="assignmentNo">The assignment's number.</param>
    public TicketInHand? FindInHand(string ticketId, int assignmentNo)
    {
        foreach (var ticket in InHand)
        {
            if (ticket.AssignmentNo == assignmentNo && ticket.TicketId == ticketId)
            {
                return ticket;
            }
        }

        return null;
    }

    /// <summary>The queue's label and dispositions, if the agent serves it.</summary>
    /// <param name="name">The queue.</param>
    public WorkQueue? FindQueue(string name) => Rules?.Queues.FirstOrDefault(queue => queue.Name == name);
}
