namespace Router.Cli.Check;

/// <summary>Something that must not be.</summary>
/// <param name="Ticket">The ticket it is about; empty where it is about none.</param>
/// <param name="What">What, for people.</param>
internal sealed record Finding(string Ticket, string What);
