namespace Router.Server.Store.Commits;

/// <summary>What became of a batch.</summary>
public enum CommitAnswer
{
    /// <summary>Nothing: never an answer.</summary>
    Unspecified = 0,

    /// <summary>It was saved.</summary>
    Applied = 1,

    /// <summary>This very batch had been saved before.</summary>
    Done = 2,

    /// <summary>Redis lacks batches that it had confirmed, or has others: it has lost writes.</summary>
    Gap = 3,

    /// <summary>Another owner has claimed the workspace: nothing was or will be saved.</summary>
    Fenced = 4,
}
