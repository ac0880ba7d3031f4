namespace Router.Engine.Events;

/// <summary>A ticket is done.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">The assignment.</param>
/// <param name="AgentId">The agent.</param>
/// <param name="Disposition">The code given; <c>none_given</c> when wrap-up ran out without one.</param>
/// <param name="HandlingMs">Time from accept to the end of the interaction, without hold, ms.</param>
/// <param name="OnHoldMs">How long the customer was on hold meanwhile, ms.</param>
/// <param name="WrapUpMs">Time in wrap-up, ms.</param>
/// <param name="By">Who ended the interaction.</param>
/// <param name="AgeMs">Time since it was submitted, ms.</param>
public sealed record TicketCompleted(string TicketId, int AssignmentNo, string AgentId, string Disposition, long HandlingMs, long OnHoldMs, long WrapUpMs, EndedBy By, long AgeMs) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.TicketCompleted;

    /// <summary>A supervisor completed it.</summary>
    public bool Forced { get; init; }
}
