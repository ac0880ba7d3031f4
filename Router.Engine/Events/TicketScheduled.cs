namespace Router.Engine.Events;

/// <summary>A ticket was submitted that enters its queue later, or came to it while that was closed.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="StartsAt">When it enters its queue, ms.</param>
public sealed record TicketScheduled(string TicketId, long StartsAt) : TicketFact(TicketId)
{
    /// <summary>What its history says when it waits for the opening.</summary>
    public const string UntilOpening = "until_opening";

    /// <inheritdoc/>
    public override FactKind Kind => FactKind.TicketScheduled;
}
