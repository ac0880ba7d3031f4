using Router.Engine.Alarms;
using Router.Engine.Events;

namespace Router.Server.Live.Wire;

/// <summary>An alarm that is up.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Channel">One of its channels; empty is all together.</param>
/// <param name="Figure">What is watched.</param>
/// <param name="Since">When it rose, server time in ms since 1970.</param>
/// <param name="Value">What was measured then: tickets, seconds, of a hundred, or agents.</param>
/// <param name="Limit">The limit.</param>
/// <param name="TakenBy">Who takes care of it; null when nobody does.</param>
/// <param name="Why">What he says to it; empty when nothing.</param>
public sealed record LiveAlarm(string Queue, string Channel, AlarmFigure Figure, long Since, long Value, long Limit, string? TakenBy, string Why)
{
    internal static LiveAlarm Of(AlarmRecord alarm) => new(
        alarm.Key.Queue, alarm.Key.Channel, alarm.Key.Figure, alarm.Since, alarm.Value, alarm.Limit, alarm.Taken?.By.Id, alarm.Taken?.Why ?? "");
}
