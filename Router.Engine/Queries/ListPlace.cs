namespace Router.Engine.Queries;

/// <summary>A place in the order of open tickets: due time, for a scheduled one the time it is scheduled for; then age.</summary>
/// <param name="At">Engine time in ms.</param>
/// <param name="Counter">The ticket's counter.</param>
public readonly record struct ListPlace(long At, long Counter);
