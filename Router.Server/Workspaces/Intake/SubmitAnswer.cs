using Router.Engine;

namespace Router.Server.Workspaces.Intake;

/// <summary>What the loop answers to a submit.</summary>
/// <param name="Outcome">The ticket, or why it was refused.</param>
/// <param name="Created">Whether it was a new one.</param>
/// <param name="ClosedTicketId">The ticket was here before and is closed: the store has it, the engine no longer.</param>
internal readonly record struct SubmitAnswer(Outcome Outcome, bool Created, string? ClosedTicketId = null);
