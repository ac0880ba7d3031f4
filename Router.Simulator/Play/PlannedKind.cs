namespace Router.Simulator.Play;

/// <summary>What is planned.</summary>
internal enum PlannedKind
{
    /// <summary>A caller comes to the queue.</summary>
    Arrive,

    /// <summary>A caller's patience ends; nothing when he is served by then.</summary>
    LosePatience,

    /// <summary>A caller and his agent are done.</summary>
    FinishTalk,

    /// <summary>The agent's work after the call is done.</summary>
    FinishWrapUp,

    /// <summary>Anything else.</summary>
    Act,
}
