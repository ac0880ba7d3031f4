namespace Router.Server.Store.Ownership;

/// <summary>What became of a renewal or a release.</summary>
public enum LeaseState
{
    /// <summary>Nothing: never an answer.</summary>
    Unspecified = 0,

    /// <summary>The lease runs on.</summary>
    Renewed = 1,

    /// <summary>The lease had ended: claim a new term.</summary>
    Lapsed = 2,

    /// <summary>Another owner has claimed the workspace.</summary>
    Fenced = 3,

    /// <summary>Redis does not know this term: it has lost writes.</summary>
    Gap = 4,

    /// <summary>The workspace is free.</summary>
    Released = 5,
}
