using Router.Engine.Alarms;
using Router.Engine.Collections;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>Alarms rise and fall: a limit has to be crossed, or kept again, for some time without a break.</summary>
internal static class AlarmTurns
{
    /// <summary>Looks at the limits of a queue, and says when to look again by time alone.</summary>
    public static void Look(WorkspaceState state, QueueWatch watch)
    {
        // After an outage it is late for what was due in it, and a loaded state looks once more than the saved one did: nothing turns before its turn.
        var dueAt = Math.Min(state.Now, watch.DeadlineAt);
        state.Deadlines.Set(watch, DeadlineQueue.None);
        foreach (var gauge in watch.Gauges)
        {
            if (AlarmMeasures.Measure(state, watch, gauge) is var (isOver, value))
            {
                Turn(state, gauge, dueAt, isOver, value);
            }

            watch.LookAt(AlarmMeasures.NextByTime(state, watch, gauge));
        }
    }

    /// <summary>A policy that came into force has other limits.</summary>
    public static void Use(WorkspaceState state, WorkspacePolicy policy)
    {
        foreach (var gone in state.Alarms.Use(state, policy, state.Alarms.Records))
        {
            if (gone.IsUp)
            {
                state.Emit(new ThresholdCrossed(gone.Key, gone.Value, gone.Limit, IsUp: false, gone.Since));
            }
        }
    }

    /// <summary>Tickets wait in a queue that nobody serves: the event of it says so.</summary>
    public static void SetWithoutAgents(WorkspaceState state, string queue, bool isSo)
    {
        if (isSo)
        {
            state.Alarms.WithoutAgents[queue] = new AlarmRecord(new AlarmKey(queue, "", AlarmFigure.NoAgents)) { Since = state.Now };
        }
        else
        {
            state.Alarms.WithoutAgents.Remove(queue);
        }

        state.Alarms.Change();
    }

    /// <summary>After an outage agents come back first, and what was about to turn begins anew.</summary>
    public static void Quieten(WorkspaceState state, long until)
    {
        state.Alarms.QuietUntil = QueueWatch.GridAfter(until);
        foreach (var gauge in state.Alarms.Gauges)
        {
            gauge.Record = gauge.Record with { TurnsAt = 0 };
        }

        state.Alarms.Change();
        foreach (var queue in state.Policy.Queues)
        {
            if (state.Alarms.Of(queue.Name) is { } watch)
            {
                state.Deadlines.Set(watch, DeadlineQueue.None);
                watch.Touch();
            }
        }
    }

    private static void Turn(WorkspaceState state, Gauge gauge, long dueAt, bool isOver, long value)
    {
        var record = gauge.Record;
        if (isOver == record.IsUp)
        {
            Set(state, gauge, record with { TurnsAt = 0 });
            return;
        }

        var turnsAt = record.TurnsAt > 0 ? record.TurnsAt : QueueWatch.GridAfter(state.Now + gauge.HoldMs - 1);
        if (dueAt < turnsAt)
        {
            Set(state, gauge, record with { TurnsAt = turnsAt });
            return;
        }

        Set(state, gauge, isOver
            ? record with { Since = state.Now, TurnsAt = 0, Value = value, Limit = gauge.Limit, Taken = null }
            : new AlarmRecord(record.Key) { Reported = record.Reported });
        state.Emit(new ThresholdCrossed(record.Key, value, gauge.Limit, isOver, isOver ? state.Now : record.Since));
    }

    private static void Set(WorkspaceState state, Gauge gauge, AlarmRecord record)
    {
        if (record != gauge.Record)
        {
            gauge.Record = record;
            state.Alarms.Change();
        }
    }
}
