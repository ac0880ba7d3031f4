using Router.V1;

namespace Router.AgentClient.State;

/// <summary>The work after the interaction of a ticket in hand.</summary>
/// <param name="Until">When it ends by itself, server time; null where the server has not said.</param>
public sealed record WrapUp(DateTimeOffset? Until)
{
    /// <summary>Who ended the interaction; unspecified after a resume.</summary>
    public EndedBy EndedBy { get; init; }

    /// <summary>What kind of wrap-up the queue has; unspecified after a resume.</summary>
    public WrapUpKind Kind { get; init; }

    /// <summary>The disposition given so far, or empty.</summary>
    public string Disposition { get; init; } = "";

    /// <summary>It was extended once.</summary>
    public bool Extended { get; init; }
}
