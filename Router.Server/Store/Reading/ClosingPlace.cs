namespace Router.Server.Store.Reading;

/// <summary>Where a ticket stands among the closed ones: it keeps its place, whatever is closed later.</summary>
/// <param name="Day">The day (UTC, engine's clock) on which it was closed, as its key names it.</param>
/// <param name="Sequence">The batch that closed it.</param>
/// <param name="Index">Its number among those that this batch closed on that day, from 0.</param>
public readonly record struct ClosingPlace(string Day, long Sequence, int Index);
