using Router.Engine.Alarms;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>What supervisors and statistics say of alarms.</summary>
internal static class AlarmCommands
{
    public static Outcome Apply(WorkspaceState state, AcknowledgeAlarm command)
    {
        var alarms = state.Alarms;
        if (alarms.Records.FirstOrDefault(r => r.Key == command.Alarm && r.IsUp) is not { } up)
        {
            return Outcome.Refused(
                Reason.UnknownAlarm, "This alarm is not up: it has fallen, or there is none of this queue, channel and figure.", ("field", "figure"));
        }

        var taken = up with { Taken = new AlarmTaken(command.By, command.Why, state.Now) };
        if (command.Alarm.Figure == AlarmFigure.NoAgents)
        {
            alarms.WithoutAgents[command.Alarm.Queue] = taken;
        }
        else
        {
            alarms.Gauge(command.Alarm)!.Record = taken;
        }

        alarms.Change();
        state.Emit(new AlarmAcknowledged(command.Alarm, command.By, command.Why));
        return Outcome.Done();
    }

    public static Outcome Apply(WorkspaceState state, ReportServiceLevel command)
    {
        if (state.Alarms.Gauge(command.Alarm) is { } gauge && gauge.Record.Reported != command.Percent)
        {
            gauge.Record = gauge.Record with { Reported = command.Percent };
            state.Alarms.Change();
            state.Alarms.Of(command.Alarm.Queue)!.Touch();
        }

        return Outcome.Done();
    }
}
