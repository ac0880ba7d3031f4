using Router.Engine.Agents;
using Router.Engine.Policies;

namespace Router.Server.WhatIf;

/// <summary>What is asked: how it would have been.</summary>
/// <param name="From">The beginning, engine time in ms.</param>
/// <param name="Until">The end, engine time in ms.</param>
/// <param name="Present">The policy in force.</param>
/// <param name="Policy">The policy to try; the one in force where staff alone is changed.</param>
/// <param name="Profiles">All registered profiles.</param>
/// <param name="Added">Profiles that replace or join them.</param>
/// <param name="Without">Ids of those left out.</param>
internal sealed record WhatIfQuestion(
    long From,
    long Until,
    WorkspacePolicy Present,
    WorkspacePolicy Policy,
    IReadOnlyList<AgentProfile> Profiles,
    IReadOnlyList<AgentProfile> Added,
    IReadOnlySet<string> Without)
{
    /// <summary>Whether it is only asked how the replay has it.</summary>
    public bool ChangesNothing => ReferenceEquals(Policy, Present) && Added.Count == 0 && Without.Count == 0;
}
