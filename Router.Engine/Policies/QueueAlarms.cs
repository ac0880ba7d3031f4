namespace Router.Engine.Policies;

/// <summary>What a supervisor is to be told of a queue, or of one of its channels. 0 watches nothing.</summary>
/// <param name="Waiting">So many wait or more, those on offer included: 1 to 1,000,000.</param>
/// <param name="OldestSeconds">The longest waiting one has waited so long or longer, seconds: 1 to 30 days.</param>
/// <param name="EstimatedSeconds">One more would wait so long or longer by estimate, seconds: 1 to 30 days. Not while none waits.</param>
/// <param name="ServiceLevelPercent">Fewer of a hundred were answered in time, 1 to 100.</param>
/// <param name="FreeAgents">Fewer agents are free, 1 to 1,000. Not while the queue is closed.</param>
/// <param name="Unroutable">So many wait or more that no registered agent could ever serve: 1 to 1,000,000. None of a queue without any agent: that is an alarm of its own.</param>
/// <param name="DeclinedOften">So many wait or more that were declined three times or more, those on offer included: 1 to 1,000,000.</param>
/// <param name="HoldSeconds">An alarm rises once it has been so for so long without a break, and falls once it has not been so for as long: 0 to 3,600.</param>
public sealed record QueueAlarms(
    int Waiting = 0,
    int OldestSeconds = 0,
    int EstimatedSeconds = 0,
    int ServiceLevelPercent = 0,
    int FreeAgents = 0,
    int Unroutable = 0,
    int DeclinedOften = 0,
    int HoldSeconds = QueueAlarms.DefaultHoldSeconds)
{
    /// <summary><see cref="HoldSeconds"/> where the policy says nothing else.</summary>
    public const int DefaultHoldSeconds = 15;
}
