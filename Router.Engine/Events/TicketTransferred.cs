namespace Router.Engine.Events;

/// <summary>A ticket was handed over by its owner.</summary>
/// <param name="TicketId">The ticket, whose content is still that from before.</param>
/// <param name="AssignmentNo">The assignment that ended.</param>
/// <param name="AgentId">The agent who had it.</param>
/// <param name="ToQueue">The queue it goes to.</param>
/// <param name="Transfers">How often it was handed over, this time included.</param>
/// <param name="HandlingMs">How long he had it, ms, without hold.</param>
/// <param name="OnHoldMs">How long the customer was on hold meanwhile, ms.</param>
public sealed record TicketTransferred(
    string TicketId, int AssignmentNo, string AgentId, string ToQueue, int Transfers, long HandlingMs, long OnHoldMs) : TicketFact(TicketId)
{
    /// <summary>The agent it goes to; empty where it goes to whoever serves the queue.</summary>
    public string ToAgentId { get; init; } = "";

    /// <summary>That agent has taken it over: it enters no queue.</summary>
    public bool IsWarm { get; init; }

    /// <inheritdoc/>
    public override FactKind Kind => FactKind.TicketTransferred;
}
