namespace Router.Engine.Queries;

/// <summary>Why a ticket waits, as numbers from which a sentence can be told.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Ahead">Waiting tickets of the same lane that are due before it.</param>
/// <param name="Unroutable">No registered profile could ever serve it.</param>
/// <param name="Steps">Its steps, those to come included.</param>
public sealed record WhyWaiting(string TicketId, int Ahead, bool Unroutable, IReadOnlyList<StepStaffing> Steps);
