namespace Router.Engine.Tickets;

/// <summary>What became of the promise that a ticket was first told.</summary>
public enum PromiseFate
{
    /// <summary>Not known yet, or no promise was told.</summary>
    Open = 0,

    /// <summary>An agent had it in time.</summary>
    Kept = 1,

    /// <summary>It waited longer.</summary>
    Broken = 2,

    /// <summary>Never known: it had not to wait, or left its queue before the promised time.</summary>
    NotJudged = 3,
}
