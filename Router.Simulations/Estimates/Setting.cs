using Router.Engine.Policies;
using Router.Simulator.Play;
using Router.Simulator.Traffic;

namespace Router.Simulations.Estimates;

/// <summary>A call centre in which the waiting times that are told are measured.</summary>
internal sealed record Setting
{
    /// <summary>What the figures are printed under, begins with its number.</summary>
    public required string Name { get; init; }

    /// <summary>The rules, made from those of a new workspace.</summary>
    public required Func<WorkspacePolicy, WorkspacePolicy> Policy { get; init; }

    /// <summary>Makes the agents of one run.</summary>
    public required Func<IReadOnlyList<SimulatedAgent>> Agents { get; init; }

    /// <summary>Calls, and how many come of each kind; a kind is a class of its own. Kinds are numbered from 0.</summary>
    public required IReadOnlyList<(CallKind Kind, Rate Rate)> Calls { get; init; }

    /// <summary>Half the agents are away for an hour of every eight.</summary>
    public bool HasBreaks { get; init; }

    /// <summary>The most that the relative error of the estimate may be, as a share of that of Asterisk's average.</summary>
    public double MostOfAsterisk { get; init; } = 1;
}
