namespace Router.Engine.Policies;

/// <summary>What follows an interaction before its ticket is completed.</summary>
public enum WrapUpKind
{
    /// <summary>Nothing: completed at once.</summary>
    None = 1,

    /// <summary>Completed at once when a disposition came with the completion, else as <see cref="Timed"/>.</summary>
    Optional = 2,

    /// <summary>A set time, which a disposition ends early.</summary>
    Timed = 3,

    /// <summary>Until the agent gives a disposition, at most 30 minutes.</summary>
    UntilDone = 4,
}
