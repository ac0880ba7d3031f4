using Router.Engine.Events;

namespace Router.Engine.Alarms;

/// <summary>Somebody takes care of an alarm.</summary>
/// <param name="By">Who.</param>
/// <param name="Why">What he says to it; may be empty.</param>
/// <param name="At">Since when, engine time in ms.</param>
public sealed record AlarmTaken(Actor By, string Why, long At);
