using Router.Engine.Queries;
using Router.Engine.Records;
using Router.Engine.Tickets;
using Router.Server.Edge.Languages;

namespace Router.Server.Edge.Explaining;

/// <summary>Why a ticket is where it is, in one sentence or two that a supervisor understands.</summary>
/// <param name="say">The language.</param>
internal sealed class TicketText(Sentences say)
{
    private readonly StaffingText _staffing = new(say);

    /// <summary>An open ticket.</summary>
    /// <param name="told">What the engine says of it.</param>
    /// <param name="agent">The name of the agent who has it, is offered it or whom it waits for; empty without one.</param>
    public string Open(Explanation told, string agent)
    {
        var ticket = told.Ticket;
        var (queue, name, ago) = (("queue", say.Own(ticket.Content.Queue)), ("agent", say.Own(agent)), ("ago", say.Span(told.Now - ticket.StateSince)));
        (string, string) Until(long time) => ("time", say.Span(time - told.Now));
        return ticket.State switch
        {
            TicketState.Queued when ticket.WantedUntil > 0 => say.Of(
                "waitsAlone",
                name,
                ("cause", say.Of($"cause.{ticket.WantedCause}")),
                Until(ticket.WantedUntil),
                ("needs", _staffing.Needs(ticket.Steps[ticket.Step].Requirement))),
            TicketState.Queued => _staffing.Of(told),
            TicketState.Scheduled => say.Of(ticket.WaitsForOpening ? "closedQueue" : "scheduled", queue, Until(ticket.StartsAt)),
            TicketState.Offered when ticket.Offers.Count > 1 => say.Counted("offeredToSeveral", ticket.Offers.Count, ago, Until(ticket.OfferExpiresAt)),
            TicketState.Offered => say.Of("offered", name, ago, Until(ticket.OfferExpiresAt)),
            TicketState.Assigned => Assigned(told, name),
            TicketState.WrappingUp => say.Of("wrappingUp", name, Until(ticket.WrapUpEndsAt)),
            _ => say.Of(ticket.ResumesOnAnswer ? "parkedUntilAnswer" : "parked", ago, queue, Until(ticket.ParkedUntil)),
        };
    }

    /// <summary>A closed ticket.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="agent">The name of the agent who had it last; empty without one.</param>
    public string Closed(TicketRecord ticket, string agent)
    {
        if (ticket.State == TicketState.Completed)
        {
            return say.Of(
                "completed",
                ("agent", say.Own(agent)),
                ("waited", say.Span(ticket.AssignedAt - ticket.EnteredAt)),
                ("handled", say.Span(ticket.InteractionEndedAt - ticket.AssignedAt)));
        }

        var key = ticket.State switch
        {
            TicketState.Abandoned => "left",
            TicketState.Cancelled => "cancelled",
            _ => "expired",
        };
        return say.Of(
            ticket.EnteredAt == 0 ? $"{key}Before" : key,
            ("cause", ticket.State == TicketState.Cancelled ? say.Of($"cancel.{ticket.CancelCause}") : ""),
            ("waited", say.Span(ticket.StateSince - ticket.EnteredAt)));
    }

    private string Assigned(Explanation told, (string, string) owner)
    {
        var ticket = told.Ticket;
        List<string> sentences =
        [
            say.Of("assigned", owner, ("time", say.Span(told.Now - ticket.AssignedAt)), ("waited", say.Span(ticket.AssignedAt - ticket.EnteredAt))),
        ];
        if (ticket.Participants.Count > 0)
        {
            sentences.Add(say.Of("joined", ("agents", string.Join(", ", ticket.Participants.Select(p => say.Own(p.AgentId))))));
        }

        if (ticket.PeerOffer is { } asked)
        {
            sentences.Add(say.Of(asked.IsConsult ? "askedToJoin" : "askedToTakeOver", ("agent", say.Own(asked.AgentId)), ("time", say.Span(asked.ExpiresAt - told.Now))));
        }

        return string.Join(' ', sentences);
    }
}
