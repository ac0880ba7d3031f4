namespace Router.Engine.Commands;

/// <summary>What becomes of accepted work at sign-out.</summary>
public enum WorkInHand
{
    /// <summary>It refuses the sign-out.</summary>
    Refuse = 0,

    /// <summary>He takes nothing new, and the session ends when nothing is in hand.</summary>
    Finish = 1,

    /// <summary>Back to its place.</summary>
    HandBack = 2,

    /// <summary>Put aside until the customers answer.</summary>
    Park = 3,
}
