using Router.Engine.Tickets;

namespace Router.Engine.Queries;

/// <summary>Who may serve a step (and those before it), and what keeps each from it. Every registered agent who may serve is counted once.</summary>
/// <param name="Requirement">What the step asks.</param>
/// <param name="OpensInMs">Until it opens, ms; 0 when it is open.</param>
/// <param name="Registered">Agents whose profile meets it.</param>
/// <param name="SignedIn">Of these, those with a session.</param>
/// <param name="SessionLost">Signed in, without a live stream.</param>
/// <param name="NotAvailable">Away, about to be, or not taking the channel.</param>
/// <param name="CoolingDown">Declined or missed this ticket a short time ago.</param>
/// <param name="AtCapacity">Have no room for it.</param>
/// <param name="Held">Are kept free for an exclusive ticket due earlier.</param>
/// <param name="Free">Could be given it now: none while work is conserved.</param>
/// <param name="LongestBusyMs">How long the longest running work of those at capacity has lasted, ms.</param>
public sealed record StepStaffing(
    Requirement Requirement,
    long OpensInMs,
    int Registered,
    int SignedIn,
    int SessionLost,
    int NotAvailable,
    int CoolingDown,
    int AtCapacity,
    int Held,
    int Free,
    long LongestBusyMs);
