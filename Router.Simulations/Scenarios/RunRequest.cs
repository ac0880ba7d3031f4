namespace Router.Simulations.Scenarios;

/// <summary>What is asked for by <c>simulate run</c>.</summary>
/// <param name="Policy">The policy's file.</param>
/// <param name="Against">The file of a policy to be compared with it, or null.</param>
/// <param name="Agents">The agents' file.</param>
/// <param name="Log">A log of calls, or null.</param>
/// <param name="Queue">The queue of the log's calls.</param>
/// <param name="Traffic">A traffic file, or null.</param>
/// <param name="From">When it begins, by the customers' clock; null is as their file says.</param>
/// <param name="Until">When it ends; null is as their file says.</param>
internal sealed record RunRequest(
    string Policy, string? Against, string Agents, string? Log, string Queue, string? Traffic, DateTime? From, DateTime? Until);
