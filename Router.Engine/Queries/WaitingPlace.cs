using Router.Engine.Tickets;

namespace Router.Engine.Queries;

/// <summary>Where a waiting ticket stands.</summary>
/// <param name="Position">1 is next: one more than the waiting tickets of the same queue and channel that are due before it.</param>
/// <param name="Estimate">The waits as of now, each as the whole wait since it entered the queue.</param>
public sealed record WaitingPlace(int Position, Estimate Estimate);
