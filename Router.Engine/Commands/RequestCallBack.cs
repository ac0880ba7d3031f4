using Router.Engine.Events;
using Router.Engine.Tickets;

namespace Router.Engine.Commands;

/// <summary>A customer who waits in a queue wants to be called back. Answered with a <see cref="Queries.Submitted"/>.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="CallBack">What he wishes; shape and zone are already checked.</param>
/// <param name="By">Who asks for it, or null when that is not known.</param>
public sealed record RequestCallBack(string TicketId, CallBack CallBack, Actor? By = null) : Command;
