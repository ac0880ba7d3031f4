namespace Router.Engine.Properties;

/// <summary>
/// Seeds of the scenarios of a run: always the same ones, so that a change is judged by what it changes. A run that is asked for a number of
/// commands (<c>ROUTER_COMMANDS</c>) looks for what nobody has seen: its seeds are new. <c>ROUTER_SEEDS=first,count</c> takes others.
/// </summary>
public static class Seeds
{
    private const int Scenarios = 100;
    private const int MostFirst = 1_000_000;
    private const int DefaultCommands = 100_000;
    private const int DefaultParts = 10;
    private const int Span = 100_000_000;

    private static readonly (int First, int Count)? Asked =
        Environment.GetEnvironmentVariable("ROUTER_SEEDS")?.Split(',') is [var first, var count] ? (int.Parse(first), int.Parse(count)) : null;

    private static readonly string? Commands = Environment.GetEnvironmentVariable("ROUTER_COMMANDS");

    /// <summary>The comparison with the model goes in so many parts, so that none runs for long.</summary>
    public static int Parts => Asked is null ? DefaultParts : 1;

    /// <summary>Commands to play in a part: <c>ROUTER_COMMANDS</c> are those of all parts together.</summary>
    public static int CommandsOfPart { get; } = Asked is not null
        ? int.MaxValue
        : int.Parse(Commands ?? $"{DefaultCommands}") / DefaultParts;

    /// <summary>The seeds of this run.</summary>
    public static IEnumerable<int> All() => Asked is var (first, count)
        ? Enumerable.Range(first, count)
        : Enumerable.Range(First(MostFirst), Scenarios);

    /// <summary>Seeds without an end for a part.</summary>
    public static IEnumerable<int> OfPart(int part) => Asked is var (first, count)
        ? Enumerable.Range(first, count)
        : Enumerable.Range((part * Span) + First(Span / 2), Span / 2);

    private static int First(int most) => Commands is null ? 1 : Random.Shared.Next(1, most);
}
