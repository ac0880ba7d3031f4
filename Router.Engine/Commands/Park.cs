namespace Router.Engine.Commands;

/// <summary>The owner puts a ticket aside until a time, or until the customer answers. Answered with the ticket's state.</summary>
/// <param name="AgentId">The owner.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">The assignment.</param>
/// <param name="Until">When it is back at the latest, engine time in ms; 0 is two weeks from now.</param>
/// <param name="UntilAnswer">Whether a message of the customer brings it back before.</param>
/// <param name="Note">For the history, or empty.</param>
/// <param name="SameAgent">Whether it waits for him first when it is back.</param>
public sealed record Park(string AgentId, string TicketId, int AssignmentNo, long Until, bool UntilAnswer, string Note, bool SameAgent = false) : Command;
