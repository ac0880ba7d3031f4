using Router.Engine.Tickets;

namespace Router.Engine.Commands;

/// <summary>A new ticket. Answered with a <see cref="Queries.Submitted"/>.</summary>
/// <param name="Content">What it is about; shape and sizes are already checked.</param>
/// <param name="Text">The customer's first message, or null.</param>
/// <param name="StartsAt">Engine time in ms at which it enters the queue, or 0 for now.</param>
/// <param name="TimeToLiveMs">Longest wait in ms before it expires, or 0 for none.</param>
/// <param name="CallBack">How the customer wants to be called back, or null; not together with a start.</param>
public sealed record Submit(
    TicketContent Content, MessageText? Text = null, long StartsAt = 0, long TimeToLiveMs = 0, CallBack? CallBack = null) : Command;
