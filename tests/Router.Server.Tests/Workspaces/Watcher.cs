using System.Collections.Concurrent;
using Router.Engine.Events;
using Router.Server.Workspaces;

namespace Router.Server.Tests.Workspaces;

/// <summary>Writes down what a workspace tells its observers.</summary>
internal sealed class Watcher : IBatchObserver
{
    private readonly ConcurrentQueue<CommittedBatch> _batches = new();
    private readonly ConcurrentQueue<StopReason> _stops = new();

    public IReadOnlyCollection<CommittedBatch> Batches => _batches;

    public IReadOnlyCollection<StopReason> Stops => _stops;

    public IEnumerable<Fact> Facts => _batches.SelectMany(b => b.Changes.Facts);

    public void OnCommitted(CommittedBatch batch) => _batches.Enqueue(batch);

    public void OnStopped(StopReason reason) => _stops.Enqueue(reason);
}
