namespace Router.Engine.Policies;

/// <summary>Open every week on one day, by local time.</summary>
/// <param name="Weekday">1 (Monday) to 7 (Sunday).</param>
/// <param name="OpensMinute">Minutes since local midnight, 0 to 1,439.</param>
/// <param name="ClosesMinute">Later than <paramref name="OpensMinute"/>, at most 1,440: the end of the day.</param>
public sealed record WeeklyOpening(int Weekday, int OpensMinute, int ClosesMinute);
