using Google.Protobuf;
using Router.AgentClient.Terminal.Bidi;
using Router.V1;

namespace Router.Cli.Policies;

/// <summary>Policies, their problems and differences for people.</summary>
internal static class PolicyText
{
    private static readonly JsonFormatter Indented = new(JsonFormatter.Settings.Default.WithIndentation());

    /// <summary>A document that <see cref="PolicyFile"/> reads again.</summary>
    /// <param name="policy">The policy.</param>
    public static string Of(Policy policy) => Indented.Format(policy);

    /// <summary>A problem on a line of its own.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="file">The file in which it is.</param>
    public static string Of(PolicyProblem problem, string file) =>
        SafeText.OneLine($"{file}: {(problem.Severity == ProblemSeverity.Warning ? "warning: " : "")}{problem.Path}: {problem.Message}");

    /// <summary>A difference on a line of its own.</summary>
    /// <param name="difference">The difference.</param>
    public static string Of(PolicyDifference difference) => SafeText.OneLine(
        difference.Before.Length == 0 ? $"+ {difference.Path}: {difference.After}"
        : difference.After.Length == 0 ? $"- {difference.Path}: {difference.Before}"
        : $"  {difference.Path}: {difference.Before} -> {difference.After}");

    /// <summary>A version on a line of its own.</summary>
    /// <param name="version">The version.</param>
    public static string Of(PolicyVersion version) => string.Join(
        "  ",
        new[]
        {
            $"{version.Version}",
            version.PublishedAt is null ? "with the workspace" : $"{version.PublishedAt.ToDateTime():yyyy-MM-dd HH:mm:ss}Z",
            SafeText.OneLine(version.PublishedBy?.Id ?? ""),
            SafeText.OneLine(version.Note),
        }.Where(part => part.Length > 0));
}
