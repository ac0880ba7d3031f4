using System.Diagnostics;
using Router.Server.Clock;
using Router.Server.Workspaces;

namespace Router.Server.Traces;

/// <summary>
/// Traces tickets through every workspace, once somebody listens: a trace for each ticket, a span for each thing that it went through. A span is
/// made when it is over, from the fact that ended it, after the commit; so nothing is traced that did not happen.
/// </summary>
/// <param name="clock">The server's time.</param>
internal sealed class TicketTraces(ServerClock clock) : IBatchObserverSource
{
    /// <summary>The source's name.</summary>
    public const string Name = "Router.Server.Tickets";

    private static readonly ActivitySource Source = new(Name);

    /// <inheritdoc/>
    public IBatchObserver Observe(Workspace workspace) => new Observer(workspace.Id, clock);

    private sealed class Observer(string workspace, ServerClock clock) : IBatchObserver
    {
        public void OnCommitted(CommittedBatch batch)
        {
            if (Source.HasListeners())
            {
                new BatchSpans(Source, workspace, clock.NowMs, batch).Trace();
            }
        }

        public void OnStopped(StopReason reason)
        {
        }
    }
}
