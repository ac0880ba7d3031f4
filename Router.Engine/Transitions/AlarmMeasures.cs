using Router.Engine.Collections;
using Router.Engine.Events;
using Router.Engine.Hours;
using Router.Engine.Queries;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>What a watched figure is now, and when time alone may change it.</summary>
internal static class AlarmMeasures
{
    /// <summary>Estimates have no moment at which they cross a limit: they are looked at on this grid of engine time while tickets wait.</summary>
    private const long SlowGridMs = 10_000;

    /// <returns>Null when it is not the moment to look.</returns>
    public static (bool IsOver, long Value)? Measure(WorkspaceState state, QueueWatch watch, Gauge gauge) => gauge.Figure switch
    {
        AlarmFigure.Waiting => Reaches(gauge, watch.Classes.Where(gauge.Counts).Sum(c => (long)c.Waiting.Count)),
        AlarmFigure.Unroutable => Reaches(gauge, watch.Classes.Where(gauge.Counts).Sum(c => (long)c.Unroutable)),
        AlarmFigure.DeclinedOften => Reaches(gauge, watch.Classes.Where(gauge.Counts).Sum(c => (long)c.DeclinedOften)),
        AlarmFigure.OldestWait => Reaches(gauge, Oldest(watch, gauge) is var oldest && oldest == long.MaxValue ? 0 : (state.Now - oldest) / 1_000),
        // A loaded state looks once more than the saved one did, and must not see another moment.
        AlarmFigure.EstimatedWait => state.Now % SlowGridMs == 0 ? Reaches(gauge, Estimated(state, watch, gauge)) : null,
        AlarmFigure.ServiceLevel => (gauge.Record.Reported >= 0, gauge.Record.Reported),
        _ => Free(state, watch, gauge),
    };

    public static long NextByTime(WorkspaceState state, QueueWatch watch, Gauge gauge)
    {
        var turnsAt = gauge.Record.TurnsAt > 0 ? gauge.Record.TurnsAt : DeadlineQueue.None;
        switch (gauge.Figure)
        {
            case AlarmFigure.OldestWait when !gauge.Record.IsOver && Oldest(watch, gauge) is var oldest && oldest != long.MaxValue:
                return Math.Min(turnsAt, QueueWatch.GridAfter(oldest + (gauge.Limit * 1_000L) - 1));
            case AlarmFigure.EstimatedWait:
                return gauge.Record.IsUp || turnsAt != DeadlineQueue.None || watch.Classes.Exists(c => c.Waiting.Count > 0 && gauge.Counts(c))
                    ? QueueWatch.GridAfter(state.Now, SlowGridMs)
                    : DeadlineQueue.None;
            case AlarmFigure.FreeAgents when state.Calendars.GetValueOrDefault(watch.Queue) is { } hours:
                return Math.Min(turnsAt, OpensOrCloses(hours, state.Now));
            default:
                return turnsAt;
        }
    }

    private static (bool IsOver, long Value) Reaches(Gauge gauge, long value) => (value >= gauge.Limit, value);

    private static long Oldest(QueueWatch watch, Gauge gauge) =>
        watch.Classes.Where(gauge.Counts).Select(c => c.OldestEnteredAt).DefaultIfEmpty(long.MaxValue).Min();

    private static long Estimated(WorkspaceState state, QueueWatch watch, Gauge gauge) => watch.Classes
        .Where(c => c.Waiting.Count > 0 && gauge.Counts(c))
        .Select(c => (long)LiveRowQuery.Told(state, c).MedianSeconds)
        .DefaultIfEmpty(0)
        .Max();

    private static (bool IsOver, long Value) Free(WorkspaceState state, QueueWatch watch, Gauge gauge)
    {
        if (state.Calendars.GetValueOrDefault(watch.Queue) is { } hours && hours.OpensAt(state.Now) > state.Now)
        {
            return (false, 0);
        }

        var channel = gauge.Record.Key.Channel.Length > 0 ? state.Channel(gauge.Record.Key.Channel) : null;
        var free = 0;
        foreach (var slot in state.AgentsByQueue.Of(watch.Queue))
        {
            var agent = state.AgentSlots[slot]!;
            if (agent.TakesWork && agent.IsEmptyHanded && (channel is null || agent.WantsChannel(channel)) && ++free >= gauge.Limit)
            {
                return (false, free);
            }
        }

        return (true, free);
    }

    private static long OpensOrCloses(OpeningCalendar hours, long now)
    {
        var next = hours.OpensAt(now) is var opens && opens > now ? opens : hours.ClosesAt(now);
        return next == OpeningCalendar.Never ? DeadlineQueue.None : QueueWatch.GridAfter(next - 1);
    }
}
