namespace Router.Engine.Tickets;

/// <summary>A language in which a ticket may be served.</summary>
/// <param name="Tag">A BCP 47 tag in lower case, matched by RFC 4647 lookup: <c>pt-br</c> falls back to <c>pt</c>.</param>
/// <param name="MinLevel">The lowest level that will do, 1 to 5.</param>
/// <param name="AfterMs">Milliseconds after entering the queue until this language opens; 0 is at once.</param>
public sealed record LanguageNeed(string Tag, int MinLevel, long AfterMs);
