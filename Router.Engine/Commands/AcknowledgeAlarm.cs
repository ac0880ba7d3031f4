using Router.Engine.Events;

namespace Router.Engine.Commands;

/// <summary>Somebody takes care of an alarm that is up.</summary>
/// <param name="Alarm">Which.</param>
/// <param name="By">Who.</param>
/// <param name="Why">What he says to it; may be empty.</param>
public sealed record AcknowledgeAlarm(AlarmKey Alarm, Actor By, string Why = "") : Command;
