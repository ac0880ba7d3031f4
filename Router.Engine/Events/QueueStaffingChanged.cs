namespace Router.Engine.Events;

/// <summary>Tickets wait in a queue that no registered agent serves; or now one does. One alarm for the queue, none for its tickets.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="HasAgents">Whether a registered agent serves it.</param>
public sealed record QueueStaffingChanged(string Queue, bool HasAgents) : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.QueueStaffingChanged;
}
