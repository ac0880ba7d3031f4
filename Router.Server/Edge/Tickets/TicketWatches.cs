using Router.Engine;
using Router.Engine.Queries;
using Router.Server.Clock;
using Router.Server.Workspaces;

namespace Router.Server.Edge.Tickets;

/// <summary>
/// All who watch a ticket of a workspace, or all tickets of a source. A ticket's own changes are told at once; its place, which changes with
/// every other ticket, is asked for once a second if anything has happened, else every five seconds, as waits grow by themselves; for all who
/// watch one ticket together.
/// </summary>
internal sealed class TicketWatches : IDisposable
{
    private const int PlacesPerQuery = 500;
    private const int MostQuietTicks = 5;

    private static readonly TimeSpan PlacesEvery = TimeSpan.FromSeconds(1);

    private readonly Workspace _workspace;
    private readonly Watchers<TicketWatch> _tickets = new();
    private readonly Watchers<SourceWatch> _sources = new();
    private readonly ITimer _timer;
    private int _isAsking;
    private int _quietTicks;
    private volatile bool _hasHappened;

    /// <summary>Nobody watches yet.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="clock">Real time.</param>
    public TicketWatches(Workspace workspace, ServerClock clock)
    {
        _workspace = workspace;
        _timer = clock.Real.CreateTimer(_ => AskForPlaces(), null, PlacesEvery, PlacesEvery);
    }

    /// <summary>Begins a watch. To be called before the ticket is looked at, so that no change is missed.</summary>
    /// <param name="ticketId">The ticket.</param>
    public TicketWatch Add(string ticketId)
    {
        var watch = new TicketWatch(ticketId);
        _tickets.Add(ticketId, watch);
        return watch;
    }

    /// <summary>Begins a watch of all tickets of a source. To be called before they are listed.</summary>
    /// <param name="source">The source.</param>
    public SourceWatch AddSource(string source)
    {
        var watch = new SourceWatch(source);
        _sources.Add(source, watch);
        return watch;
    }

    /// <summary>Ends a watch.</summary>
    /// <param name="watch">The watch.</param>
    public void Remove(TicketWatch watch) => _tickets.Remove(watch.TicketId, watch);

    /// <summary>Ends a watch.</summary>
    /// <param name="watch">The watch.</param>
    public void Remove(SourceWatch watch) => _sources.Remove(watch.Source, watch);

    /// <summary>Tells of the tickets that a batch has changed.</summary>
    /// <param name="batch">The batch.</param>
    public void OnCommitted(CommittedBatch batch)
    {
        if (IsEmpty)
        {
            return;
        }

        _hasHappened = true;
        foreach (var ticket in batch.Changes.Tickets)
        {
            foreach (var watch in _tickets.Of(ticket.Id))
            {
                watch.Changed(ticket);
            }

            foreach (var watch in _sources.Of(ticket.Content.Source))
            {
                watch.Changed(ticket);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private bool IsEmpty => _tickets.IsEmpty && _sources.IsEmpty;

    private void AskForPlaces()
    {
        if (IsEmpty || (!_hasHappened && ++_quietTicks < MostQuietTicks))
        {
            return;
        }

        if (Interlocked.Exchange(ref _isAsking, 1) == 0)
        {
            _quietTicks = 0;
            _ = AskForPlacesAsync();
        }
    }

    private async Task AskForPlacesAsync()
    {
        try
        {
            _hasHappened = false;
            foreach (var watch in _sources.Watched.SelectMany(source => _sources.Of(source)))
            {
                watch.PlacesDue();
            }

            foreach (var ids in _tickets.Watched.Chunk(PlacesPerQuery))
            {
                var places = await _workspace.QueryAsync(engine => PlacesOf(engine, ids));
                for (var i = 0; i < ids.Length; i++)
                {
                    foreach (var watch in _tickets.Of(ids[i]))
                    {
                        watch.Placed(places[i]);
                    }
                }
            }
        }
        catch (WorkspaceUnavailableException)
        {
            _hasHappened = true;
        }
        finally
        {
            Volatile.Write(ref _isAsking, 0);
        }
    }

    private static WaitingPlace?[] PlacesOf(WorkspaceEngine engine, string[] ids)
    {
        var places = new WaitingPlace?[ids.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            places[i] = engine.Place(ids[i]);
        }

        return places;
    }
}
