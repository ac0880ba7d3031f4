using System.Collections.Concurrent;
using System.Collections.Immutable;
using Router.Engine;
using Router.Engine.Queries;
using Router.Server.Clock;
using Router.Server.Workspaces;

namespace Router.Server.Edge.Tickets;

/// <summary>
/// All who watch a ticket of a workspace. A ticket's own changes are told at once; its place, which changes with every other ticket, is
/// asked for once a second if anything has happened, else every five seconds, as waits grow by themselves; for all of them together.
/// </summary>
internal sealed class TicketWatches : IDisposable
{
    private const int PlacesPerQuery = 500;
    private const int MostQuietTicks = 5;

    private static readonly TimeSpan PlacesEvery = TimeSpan.FromSeconds(1);

    private readonly Workspace _workspace;
    private readonly ConcurrentDictionary<string, ImmutableArray<TicketWatch>> _byTicket = new(StringComparer.Ordinal);
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
        _byTicket.AddOrUpdate(ticketId, static (_, added) => [added], static (_, others, added) => others.Add(added), watch);
        return watch;
    }

    /// <summary>Ends a watch.</summary>
    /// <param name="watch">The watch.</param>
    public void Remove(TicketWatch watch)
    {
        var left = _byTicket.AddOrUpdate(watch.TicketId, static (_, _) => [], static (_, all, gone) => all.Remove(gone), watch);
        if (left.IsEmpty)
        {
            // Only if nobody has joined meanwhile.
            _byTicket.TryRemove(KeyValuePair.Create(watch.TicketId, left));
        }
    }

    /// <summary>Tells of the tickets that a batch has changed.</summary>
    /// <param name="batch">The batch.</param>
    public void OnCommitted(CommittedBatch batch)
    {
        if (_byTicket.IsEmpty)
        {
            return;
        }

        _hasHappened = true;
        foreach (var ticket in batch.Changes.Tickets)
        {
            if (_byTicket.TryGetValue(ticket.Id, out var watches))
            {
                foreach (var watch in watches)
                {
                    watch.Changed(ticket);
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void AskForPlaces()
    {
        if (_byTicket.IsEmpty || (!_hasHappened && ++_quietTicks < MostQuietTicks))
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
            foreach (var ids in _byTicket.Keys.Chunk(PlacesPerQuery))
            {
                var places = await _workspace.QueryAsync(engine => PlacesOf(engine, ids));
                for (var i = 0; i < ids.Length; i++)
                {
                    foreach (var watch in _byTicket.GetValueOrDefault(ids[i], []))
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
