namespace Router.Engine.Queries;

/// <summary>What a supervisor's move did.</summary>
/// <param name="Changed">How many tickets were changed.</param>
/// <param name="Refused">Those left as they were.</param>
public sealed record Moved(int Changed, IReadOnlyList<UnmovedTicket> Refused);
