using Router.Engine.Policies;
using Router.Simulator.Play;

namespace Router.Simulator.Runs;

/// <summary>What is played: rules, agents and customers.</summary>
public sealed record Scenario
{
    /// <summary>The rules. The engine refuses one that does not hang together; <c>WorkspaceEngine.Mistakes</c> tells all of its mistakes before.</summary>
    public required WorkspacePolicy Policy { get; init; }

    /// <summary>The agents with their times at work, each with an id of his own.</summary>
    public required IReadOnlyList<SimulatedAgent> Agents { get; init; }

    /// <summary>The customers, in the order of their times, none before <see cref="From"/>. Calls and agents are played once.</summary>
    public required IEnumerable<Call> Calls { get; init; }

    /// <summary>When it begins, ms since 1970.</summary>
    public required long From { get; init; }

    /// <summary>From when on it is counted, ms since 1970; what comes before makes it as full as it was. Null is from the beginning.</summary>
    public long? CountedFrom { get; init; }

    /// <summary>
    /// What the rules refuse for other causes than a closed or full queue, as with a queue that they do not have, is turned away too; else it is an error.
    /// </summary>
    public bool TurnsAwayRefused { get; init; }

    /// <summary>When it ends, ms since 1970: what comes from then on is left out, what came before is played to its end.</summary>
    public required long Until { get; init; }
}
