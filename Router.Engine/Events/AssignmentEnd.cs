namespace Router.Engine.Events;

/// <summary>Which facts end an agent's work on a ticket: the one list of them.</summary>
public static class AssignmentEnd
{
    /// <summary>How long the agent had the ticket that a fact takes out of his hands: talk, hold and wrap-up together, ms; null when it takes none.</summary>
    /// <param name="fact">The fact.</param>
    public static long? HandledMs(Fact fact) => fact switch
    {
        TicketCompleted completed => completed.HandlingMs + completed.OnHoldMs + completed.WrapUpMs,
        TicketTransferred transferred => transferred.HandlingMs + transferred.OnHoldMs,
        TicketParked parked => parked.HandlingMs + parked.OnHoldMs,
        TicketRequeued requeued => requeued.HandlingMs + requeued.OnHoldMs,
        CallBackAttempted { NextAt: > 0 } attempted => attempted.HandlingMs + attempted.OnHoldMs,
        _ => null,
    };
}
