using System.Globalization;
using Grpc.Core;
using Router.Engine;
using Router.Policies.Shape;
using Router.Server.Clock;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;
using Router.Server.Store.Reading;

namespace Router.Server.Edge.Events;

/// <summary>
/// Replays events and then follows. All are read from the store, so that replaying and following are the same thing and meet without gap or
/// repeat; none is sent before its batch is committed.
/// </summary>
/// <param name="clock">Real time.</param>
internal sealed class WatchEventsCall(ServerClock clock)
{
    private const int BatchesPerRead = 16;

    private static readonly WriteOptions MoreFollow = new(WriteFlags.BufferHint);

    /// <summary>Watches until the caller goes, or to the newest event there was.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">From where.</param>
    /// <param name="events">What goes out.</param>
    public async Task RunAsync(Call call, V1.WatchEventsRequest request, IServerStreamWriter<V1.Event> events)
    {
        using var life = new StreamLife(call, clock.Real);
        try
        {
            // Answered after the commit of all that it counts.
            var newest = await call.QueryAsync(engine => engine.LastFact);
            var next = request.OnlyNew ? newest + 1 : await FirstAsync(call, request.After, newest);
            while (true)
            {
                next = await SendAsync(call, events, next, newest, life.Over);
                if (request.EndAtNewest)
                {
                    return;
                }

                newest = await call.Edge.Events.BeyondAsync(next - 1, life.Over);
            }
        }
        catch (Exception) when (life.Over.IsCancellationRequested)
        {
            throw life.End();
        }
    }

    /// <summary>Sends all events from one number to another.</summary>
    /// <returns>The number after the last.</returns>
    private static async Task<long> SendAsync(Call call, IServerStreamWriter<V1.Event> events, long next, long newest, CancellationToken over)
    {
        while (next <= newest)
        {
            var read = await call.Workspace.Store.Events.ReadAsync(next, BatchesPerRead, over);
            if (read.Count == 0 || read[0].Position.Number != next)
            {
                // Not kept so long: the reader was slower than the events are trimmed.
                throw Trimmed(next, await call.Workspace.Store.Events.RangeAsync(over)).ToException();
            }

            for (var i = 0; i < read.Count && next <= newest; i++, next++)
            {
                events.WriteOptions = i + 1 < read.Count && next < newest ? MoreFollow : null;
                await events.WriteAsync(read[i], over);
            }
        }

        return next;
    }

    private static async ValueTask<long> FirstAsync(Call call, V1.EventPosition? after, long newest)
    {
        var log = call.Workspace.Store.Events;
        var kept = await log.RangeAsync(call.Gone);
        if (after is null)
        {
            return kept?.Oldest.Number ?? newest + 1;
        }

        var check = default(ShapeCheck);
        check.Range(after.Number, "after.number", 0, long.MaxValue);
        check.Require();
        if (after.Number > newest)
        {
            throw Unknown(after, kept).ToException();
        }

        if (kept is not null && after.Number + 1 < kept.Oldest.Number)
        {
            throw Trimmed(after.Number + 1, kept).ToException();
        }

        // After a loss of writes a number may have been given to another event, in a later term.
        if (kept is not null && after.Number >= kept.Oldest.Number)
        {
            var read = await log.ReadAsync(after.Number, 1, call.Gone);
            if (read.Count == 0 || read[0].Position.Number != after.Number || read[0].Position.Term != after.Term)
            {
                throw Unknown(after, kept).ToException();
            }
        }

        return after.Number + 1;
    }

    private static Refused Trimmed(long number, EventRange? kept) => About(
        Reason.PositionTrimmed, $"Event {Text(number)} is no longer kept: begin with the oldest that is, {Text(kept?.Oldest)}.", kept);

    private static Refused Unknown(V1.EventPosition after, EventRange? kept) => About(
        Reason.PositionUnknown,
        $"There is no event {Text(after.Term)}:{Text(after.Number)}: it lies ahead of the newest, {Text(kept?.Newest)}, or was lost.",
        kept);

    private static Refused About(Reason reason, string message, EventRange? kept) =>
        Refused.For(reason, message, ("field", "after"), ("oldest", Text(kept?.Oldest)), ("newest", Text(kept?.Newest)));

    private static string Text(EventPosition? position) => position is { } at ? $"{Text(at.Term)}:{Text(at.Number)}" : "none";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
