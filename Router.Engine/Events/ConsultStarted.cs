namespace Router.Engine.Events;

/// <summary>A second agent has joined an assigned ticket: a participant, who does not own it.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">The owner's assignment.</param>
/// <param name="AgentId">The owner.</param>
/// <param name="ParticipantId">Who has joined.</param>
/// <param name="OfferNo">The offer that he accepted.</param>
public sealed record ConsultStarted(string TicketId, int AssignmentNo, string AgentId, string ParticipantId, int OfferNo) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.ConsultStarted;
}
