namespace Router.Server.Workspaces.Batches;

/// <summary>How a batch ended, and with it perhaps the term.</summary>
internal enum BatchEnd
{
    /// <summary>Its calls were answered.</summary>
    Answered = 0,

    /// <summary>Its calls were answered after an outage of the store.</summary>
    AnsweredLate = 1,

    /// <summary>The lease has run out: this term is over.</summary>
    Lapsed = 2,

    /// <summary>Another owner has claimed the workspace: its effects were dropped.</summary>
    Fenced = 3,

    /// <summary>The store has lost writes: its effects were dropped.</summary>
    WritesLost = 4,

    /// <summary>The router made a mistake: its effects were dropped, and the state is not to be used any more.</summary>
    Broken = 5,

    /// <summary>The workspace is stopped, and all that had come in is answered.</summary>
    Stopped = 6,
}
