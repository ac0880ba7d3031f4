namespace Router.Engine.Queries;

/// <summary>A place in the order of open tickets: due time, for a scheduled one the time it is scheduled for; then age.</summary>
/// <param name="At">Engine time in ms.</param>
/// <param name="Counter">The ticket's counter.</param>
/// <param name="IsExpedited">Expedited ones come first, in the same order.</param>
public readonly record struct ListPlace(long At, long Counter, bool IsExpedited = false);
