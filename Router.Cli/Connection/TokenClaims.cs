namespace Router.Cli.Connection;

/// <summary>What a token says of its bearer.</summary>
/// <param name="Role">What he may do.</param>
/// <param name="Subject">Who he is; for an agent his agent id.</param>
internal sealed record TokenClaims(Role Role, string Subject)
{
    /// <summary>The workspace; null = <c>default</c>.</summary>
    public string? Workspace { get; init; }

    /// <summary>The only source an adapter may submit for and see; null = any.</summary>
    public string? Source { get; init; }
}
