namespace Router.Engine.Policies;

/// <summary>One day that is not as its weekday is: a holiday, or a one-off opening. It counts in place of the week's.</summary>
/// <param name="Day">The local date, days since 0001-01-01 as in <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="OpensMinute">Minutes since local midnight, 0 to 1,439.</param>
/// <param name="ClosesMinute">Later than <paramref name="OpensMinute"/>, at most 1,440; 0 is a holiday, closed all day.</param>
/// <param name="Label">For screens, or empty.</param>
public sealed record DayOpening(int Day, int OpensMinute, int ClosesMinute, string Label = "");
