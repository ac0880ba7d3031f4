namespace Router.Engine.Tickets;

/// <summary>An attempt to call a customer back.</summary>
/// <param name="At">When it was told, engine time in ms.</param>
/// <param name="AgentId">Who tried.</param>
/// <param name="AssignmentNo">In which assignment: each has one attempt at most.</param>
/// <param name="Result">One of <see cref="Results"/>.</param>
public sealed record CallBackAttempt(long At, string AgentId, int AssignmentNo, string Result)
{
    /// <summary>The customer answered.</summary>
    public const string Reached = "reached";

    /// <summary>It is not the customer's number: there is no further attempt.</summary>
    public const string WrongNumber = "wrong_number";

    /// <summary>What can come of an attempt.</summary>
    public static readonly IReadOnlyList<string> Results = [Reached, "no_answer", "busy", "voicemail", WrongNumber];
}
