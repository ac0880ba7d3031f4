namespace Router.Engine.Commands;

/// <summary>The owner or the participant himself says how a consult ends. Answered with the ticket's state.</summary>
/// <param name="AgentId">Who says so.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">The owner's assignment.</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="ParticipantId">Which participant; empty for the caller himself, or the one who has not said that he stays, or the only one.</param>
public sealed record EndConsult(string AgentId, string TicketId, int AssignmentNo, ConsultOutcome Outcome, string ParticipantId = "") : Command;
