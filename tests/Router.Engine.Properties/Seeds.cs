namespace Router.Engine.Properties;

/// <summary>Seeds of the scenarios of a run: the same ones always, and some that are new each time. <c>ROUTER_SEEDS=first,count</c> takes others.</summary>
public static class Seeds
{
    private const int Fixed = 80;
    private const int New = 20;
    private const int DefaultCommands = 100_000;
    private const int DefaultParts = 10;
    private const int Span = 100_000_000;

    private static readonly (int First, int Count)? Asked =
        Environment.GetEnvironmentVariable("ROUTER_SEEDS")?.Split(',') is [var first, var count] ? (int.Parse(first), int.Parse(count)) : null;

    /// <summary>The comparison with the model goes in so many parts, so that none runs for long.</summary>
    public static int Parts => Asked is null ? DefaultParts : 1;

    /// <summary>Commands to play in a part: <c>ROUTER_COMMANDS</c> are those of all parts together.</summary>
    public static int CommandsOfPart { get; } = Asked is not null
        ? int.MaxValue
        : int.Parse(Environment.GetEnvironmentVariable("ROUTER_COMMANDS") ?? $"{DefaultCommands}") / DefaultParts;

    /// <summary>The seeds of this run.</summary>
    public static IEnumerable<int> All() => Asked is var (first, count)
        ? Enumerable.Range(first, count)
        : Enumerable.Range(1, Fixed).Concat(Enumerable.Range(1_000 + Random.Shared.Next(1_000_000), New));

    /// <summary>Seeds without an end for a part: the first part always has the same ones.</summary>
    public static IEnumerable<int> OfPart(int part) => Asked is var (first, count)
        ? Enumerable.Range(first, count)
        : Enumerable.Range(part == 0 ? 1 : (part * Span) + Random.Shared.Next(Span / 2), Span / 2);
}
