using Router.Engine.Events;

namespace Router.Engine.Commands;

/// <summary>A ticket that nobody has accepted is withdrawn.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Cause"><c>withdrawn</c>, <c>duplicate</c> or <c>spam</c>.</param>
/// <param name="By">Who withdraws it, or null when that is not known.</param>
public sealed record Cancel(string TicketId, string Cause, Actor? By = null) : Command;
