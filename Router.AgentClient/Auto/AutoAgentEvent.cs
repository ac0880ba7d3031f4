using Router.V1;

namespace Router.AgentClient.Auto;

/// <summary>What a working agent was told.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="TicketId">To which ticket.</param>
/// <param name="AssignmentNo">The assignment's number; 0 for an offer that came to nothing.</param>
/// <param name="State">The ticket's state after it.</param>
/// <param name="At">Server time.</param>
public sealed record AutoAgentEvent(AutoAgentEventKind Kind, string TicketId, int AssignmentNo, TicketState State, DateTimeOffset At);
