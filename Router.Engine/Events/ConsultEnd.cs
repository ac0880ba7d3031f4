namespace Router.Engine.Events;

/// <summary>How a consult came to an end.</summary>
public enum ConsultEnd
{
    /// <summary>It has not.</summary>
    Unspecified = 0,

    /// <summary>The participant left.</summary>
    Left = 1,

    /// <summary>The owner let him go.</summary>
    LetGo = 2,

    /// <summary>He became the owner.</summary>
    TookOver = 3,

    /// <summary>He became the owner, since the one before was gone or handed the ticket back.</summary>
    Inherited = 4,

    /// <summary>He stays to the end of the ticket's assignment.</summary>
    Stays = 5,

    /// <summary>The interaction ended, or the ticket went elsewhere.</summary>
    Over = 6,

    /// <summary>The participant's session was gone longer than the channel's grace.</summary>
    SessionLost = 7,

    /// <summary>The participant signed out.</summary>
    SignedOut = 8,
}
