using Router.Engine.Events;

namespace Router.Engine.Commands;

/// <summary>Another time for a scheduled ticket. Answered with its state.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="At">When it enters its queue, engine time in ms; 0 is now.</param>
/// <param name="By">Who asks for it, or null when that is not known.</param>
public sealed record Reschedule(string TicketId, long At, Actor? By = null) : Command;
