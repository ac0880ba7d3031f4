using Router.Server.Workspaces;

namespace Router.Server.Metrics;

/// <summary>Measures the batches of every workspace.</summary>
/// <param name="meter">Takes what is measured.</param>
internal sealed class BatchMeter(RouterMeter meter) : IBatchObserverSource
{
    /// <inheritdoc/>
    public IBatchObserver Observe(Workspace workspace) => new Observer(meter, workspace.Id);

    private sealed class Observer(RouterMeter meter, string workspace) : IBatchObserver
    {
        public void OnCommitted(CommittedBatch batch) => meter.Count(workspace, batch);

        public void OnStopped(StopReason reason)
        {
        }
    }
}
