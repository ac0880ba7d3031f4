using Grpc.Core;
using Router.Engine;
using Router.Engine.Queries;
using Router.Engine.Records;
using Router.Policies.Shape;
using Router.Server.Clock;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;
using Router.Server.Edge.Spoken;

namespace Router.Server.Edge.Tickets;

/// <summary>
/// Tells an adapter how all tickets of its source fare, on one stream: those that are open, then <c>caught_up</c>, then what changes. It reads
/// from the engine as fast as its caller takes it, a few hundred tickets at a time.
/// </summary>
/// <param name="clock">The server's time.</param>
/// <param name="spoken">Says waiting times.</param>
internal sealed class SourceWatchCall(ServerClock clock, SpokenWaits spoken)
{
    private const int TicketsPerQuery = 200;

    /// <summary>How many places are looked at anew in a second: with more tickets that wait, each has its turn less often.</summary>
    private const int PlacesPerRound = 1_000;

    /// <summary>Watches until the caller goes.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">Which source.</param>
    /// <param name="updates">What goes out.</param>
    public async Task RunAsync(Call call, V1.WatchTicketRequest request, IServerStreamWriter<V1.TicketUpdate> updates)
    {
        var source = Read(call, request);
        using var life = new StreamLife(call, clock.Real);
        var watch = call.Edge.Tickets.AddSource(source);
        try
        {
            var open = await call.QueryAsync(engine => engine.TicketsOf(source));
            var teller = new TicketTeller(call.Workspace.Store.Conversations, TicketReader.Staff, spoken, clock, updates, life.Over);
            await new Telling(call, watch, teller, updates, open).RunAsync();
        }
        catch (Exception) when (life.Over.IsCancellationRequested)
        {
            throw life.End();
        }
        finally
        {
            call.Edge.Tickets.Remove(watch);
        }
    }

    private static string Read(in Call call, V1.WatchTicketRequest request)
    {
        TicketAccess.RequireRole(call, capabilityToken: "");
        var check = default(ShapeCheck);
        check.Id(request.Source, "source", FieldLimits.Source);
        if (request.CapabilityToken.Length > 0)
        {
            check.Fail(Reason.InvalidRequest, "capability_token", "is given together with a source", "a ticket_id with it, or a source without it");
        }

        if (request.HasAfterMessage)
        {
            check.Fail(
                Reason.InvalidRequest, "after_message", "is given together with a source", "to leave it out: what Confirm has confirmed is not told again");
        }

        check.Require();
        return TicketAccess.SourceRefusal(call.Caller, request.Source, "watch") is { } refused ? throw refused.ToException() : request.Source;
    }

    private sealed class Telling(
        Call call, SourceWatch watch, TicketTeller teller, IServerStreamWriter<V1.TicketUpdate> updates, IReadOnlyList<string> open)
    {
        private readonly Dictionary<string, ToldTicket> _told = new(StringComparer.Ordinal);

        /// <summary>To be looked at besides those that have changed.</summary>
        private readonly Queue<string> _next = new(open);

        /// <summary>Whose places are looked at again, in turn.</summary>
        private readonly Queue<string> _waiting = [];
        private readonly HashSet<string> _inTurn = new(StringComparer.Ordinal);
        private bool _isCaughtUp;

        public async Task RunAsync()
        {
            while (true)
            {
                while (await TellSomeAsync())
                {
                }

                if (!_isCaughtUp)
                {
                    _isCaughtUp = true;
                    await updates.WriteAsync(new V1.TicketUpdate { CaughtUp = new() { Tickets = open.Count } }, teller.Over);
                }

                await watch.ChangeAsync(teller.Over);
                if (watch.TakePlacesDue())
                {
                    AddWaiting();
                }
            }
        }

        private async Task<bool> TellSomeAsync()
        {
            if (watch.IsTooSlow)
            {
                throw Refused.For(
                    Reason.StreamTooSlow,
                    $"More than {SourceWatch.MostClosed} tickets are over that were not read: watch again, and Get those that are then not told.").ToException();
            }

            var some = watch.Take(TicketsPerQuery);
            for (var i = 0; i < TicketsPerQuery && _next.TryDequeue(out var id); i++)
            {
                some.Add((id, null));
            }

            if (some.Count == 0)
            {
                return false;
            }

            foreach (var found in await call.QueryAsync(engine => some.ConvertAll(s => Found.In(engine, s.Id, s.Closed))))
            {
                if (found.Ticket is not null)
                {
                    await TellAsync(found.Ticket, found.Place, found.AgentName);
                }
            }

            return true;
        }

        private async ValueTask TellAsync(TicketRecord ticket, WaitingPlace? place, string agentName)
        {
            if (!_told.TryGetValue(ticket.Id, out var told))
            {
                told = _told[ticket.Id] = new ToldTicket();
            }

            if (PlaceChange.Matters(told.Place, place))
            {
                told.Place = place;
            }

            if (place is not null && _inTurn.Add(ticket.Id))
            {
                _waiting.Enqueue(ticket.Id);
            }

            await teller.TellAsync(told, ticket, agentName);
            if (ticket.IsClosed)
            {
                _told.Remove(ticket.Id);
            }
        }

        private void AddWaiting()
        {
            for (var left = Math.Min(_waiting.Count, PlacesPerRound); left > 0; left--)
            {
                var id = _waiting.Dequeue();
                if (_told.TryGetValue(id, out var told) && told.Place is not null)
                {
                    _next.Enqueue(id);
                    _waiting.Enqueue(id);
                }
                else
                {
                    _inTurn.Remove(id);
                }
            }
        }
    }

    /// <summary>A ticket as it is now; none when it has just gone, which will be told as a change.</summary>
    private sealed record Found(TicketRecord? Ticket, WaitingPlace? Place, string AgentName)
    {
        public static Found In(WorkspaceEngine engine, string id, TicketRecord? closed)
        {
            var ticket = closed ?? engine.Ticket(id);
            var agent = ticket is not null && TicketTeller.IsServed(ticket) ? engine.Agent(ticket.AgentId) : null;
            return new Found(ticket, closed is null ? engine.Place(id) : null, agent?.Record.Profile.Name ?? "");
        }
    }
}
