namespace Router.Engine.Policies;

/// <summary>How far a zone's clocks are from UTC from a moment on, until the next one of its list.</summary>
/// <param name="FromMs">The moment, ms since 1970; of the first of a list it is not looked at.</param>
/// <param name="OffsetMinutes">Local time minus UTC, minutes.</param>
public sealed record ZoneOffset(long FromMs, int OffsetMinutes);
