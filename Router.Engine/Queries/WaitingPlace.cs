using Router.Engine.Tickets;

namespace Router.Engine.Queries;

/// <summary>Where a waiting ticket stands, or until when its queue is closed.</summary>
/// <param name="Position">1 is next: one more than the waiting tickets of the same queue and channel that are due before it;
/// 0 while its queue is closed.</param>
/// <param name="Estimate">The waits as of now, each as the whole wait since it entered the queue.</param>
/// <param name="OpensAt">When its queue opens, which it waits for, engine time in ms; 0 when it waits for an agent.</param>
/// <param name="WaitedSeconds">How long it has waited so far, whole seconds; what was told less this is still to come.</param>
public sealed record WaitingPlace(int Position, Estimate Estimate, long OpensAt = 0, int WaitedSeconds = 0)
{
    /// <summary>Who is told.</summary>
    public Hearer Hearer { get; init; } = Hearer.Unknown;
}
