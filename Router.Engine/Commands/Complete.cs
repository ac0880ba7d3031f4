namespace Router.Engine.Commands;

/// <summary>An agent ends the interaction, or the wrap-up when he gives a disposition there.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">The assignment's number.</param>
/// <param name="Disposition">A code of the queue, or empty.</param>
/// <param name="Note">At most 4,096 characters, or empty.</param>
/// <param name="FollowUp">What is to follow it, or null.</param>
public sealed record Complete(
    string AgentId, string TicketId, int AssignmentNo, string Disposition, string Note, FollowUpWish? FollowUp = null) : Command;
