namespace Router.Engine.Tickets;

/// <summary>What classification said of a ticket beside its queue, requirement, priority and segment.</summary>
/// <param name="Rule">The rule that counted; empty when none did and the ticket went to the default queue.</param>
/// <param name="Target">Which of the rule's targets, from 0.</param>
/// <param name="HasSteps">The target has steps in place of the queue's.</param>
/// <param name="HeadStartMs">Head start beside those of priority and segment, ms.</param>
public sealed record Classified(string Rule, int Target, bool HasSteps, long HeadStartMs)
{
    /// <summary>No rule counted.</summary>
    public static readonly Classified ByDefault = new("", 0, false, 0);
}
