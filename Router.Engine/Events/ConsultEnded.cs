namespace Router.Engine.Events;

/// <summary>A consult came to an end: the participant is gone, owns the ticket now, or stays to its end.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">The assignment in which that was so.</param>
/// <param name="AgentId">Its owner.</param>
/// <param name="ParticipantId">The participant.</param>
/// <param name="End">How it ended.</param>
/// <param name="JoinedMs">How long he has been a participant, ms.</param>
public sealed record ConsultEnded(string TicketId, int AssignmentNo, string AgentId, string ParticipantId, ConsultEnd End, long JoinedMs) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.ConsultEnded;
}
