using Router.Engine.Queries;
using Router.Engine.Records;
using Router.Engine.Tickets;
using Router.Server.Edge.Wire;

namespace Router.Server.Edge.Explaining;

/// <summary>Why a ticket is where it is, in one sentence or two that a supervisor understands.</summary>
internal static class TicketText
{
    /// <summary>An open ticket.</summary>
    /// <param name="told">What the engine says of it.</param>
    /// <param name="agent">The name of the agent who has it, is offered it or whom it waits for; empty without one.</param>
    public static string Open(Explanation told, string agent)
    {
        var ticket = told.Ticket;
        var forMs = told.Now - ticket.StateSince;
        return ticket.State switch
        {
            TicketState.Queued when ticket.WantedUntil > 0 =>
                $"Waits for {agent} alone ({HistoryText.Wanted($"{ticket.WantedCause}")}), for {SpanText.Of(ticket.WantedUntil - told.Now)} more at most; "
                + $"then for {StaffingText.Needs(ticket.Steps[ticket.Step].Requirement)}.",
            TicketState.Queued => StaffingText.Of(told),
            TicketState.Scheduled when ticket.WaitsForOpening => $"Queue {ticket.Content.Queue} is closed: it opens in {SpanText.Of(ticket.StartsAt - told.Now)}.",
            TicketState.Scheduled => $"Scheduled: it enters queue {ticket.Content.Queue} in {SpanText.Of(ticket.StartsAt - told.Now)}.",
            TicketState.Offered when ticket.Offers.Count > 1 => $"Offered to {ticket.Offers.Count} agents at once {SpanText.Of(forMs)} ago, who have {SpanText.Of(ticket.OfferExpiresAt - told.Now)} more to answer.",
            TicketState.Offered => $"Offered to {agent} {SpanText.Of(forMs)} ago, who has {SpanText.Of(ticket.OfferExpiresAt - told.Now)} more to answer.",
            TicketState.Assigned => $"{agent} has had it for {SpanText.Of(told.Now - ticket.AssignedAt)}; it waited {SpanText.Of(ticket.AssignedAt - ticket.EnteredAt)}."
                + (ticket.Participants.Count > 0 ? $" {string.Join(", ", ticket.Participants.Select(p => p.AgentId))} joined." : "")
                + (ticket.PeerOffer is { } asked ? $" {asked.AgentId} is asked to {(asked.IsConsult ? "join" : "take it over")}, and has {SpanText.Of(asked.ExpiresAt - told.Now)} more to answer." : ""),
            TicketState.WrappingUp => $"{agent} wraps up, for {SpanText.Of(ticket.WrapUpEndsAt - told.Now)} more at most.",
            TicketState.Parked => $"Put aside {SpanText.Of(forMs)} ago: back in queue {ticket.Content.Queue} in {SpanText.Of(ticket.ParkedUntil - told.Now)}"
                + (ticket.ResumesOnAnswer ? ", or when the customer answers." : "."),
            _ => $"It is {ticket.State.ToString().ToLowerInvariant()} for {SpanText.Of(forMs)}.",
        };
    }

    /// <summary>A closed ticket.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="agent">The name of the agent who had it last; empty without one.</param>
    public static string Closed(TicketRecord ticket, string agent)
    {
        var waited = ticket.EnteredAt == 0 ? "before it entered its queue" : $"after waiting {SpanText.Of(ticket.StateSince - ticket.EnteredAt)}";
        return ticket.State switch
        {
            TicketState.Completed =>
                $"Completed by {agent}: it waited {SpanText.Of(ticket.AssignedAt - ticket.EnteredAt)} and was handled for "
                + $"{SpanText.Of(ticket.InteractionEndedAt - ticket.AssignedAt)}.",
            TicketState.Abandoned => $"The customer left {waited}.",
            TicketState.Cancelled => $"Taken out as {ticket.CancelCause} {waited}.",
            _ => $"Expired {waited}: that is as long as it may wait.",
        };
    }
}
