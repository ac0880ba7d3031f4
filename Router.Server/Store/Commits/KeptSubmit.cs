namespace Router.Server.Store.Commits;

/// <summary>A submit that made a ticket: repeated within a day, or as long as that is open, it is the same ticket.</summary>
/// <param name="Key">Hash of source and external id.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="ContentHash">Hashes of its groups of fields, in a form of the writer's choice; compared, never read.</param>
/// <param name="At">When, real time in ms since 1970.</param>
public sealed record KeptSubmit(UInt128 Key, string TicketId, ReadOnlyMemory<byte> ContentHash, long At);
