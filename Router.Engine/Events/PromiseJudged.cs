namespace Router.Engine.Events;

/// <summary>Whether the promise that a waiting ticket was first told was kept: once, when an agent has it or the promised time is over.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Kept">Whether it was.</param>
/// <param name="PromiseSeconds">The wait that was promised, whole seconds.</param>
/// <param name="WaitedMs">The wait when an agent had it, ms; 0 when it still waits, past the promise.</param>
public sealed record PromiseJudged(string TicketId, bool Kept, int PromiseSeconds, long WaitedMs) : TicketFact(TicketId)
{
    /// <summary>What a ticket's history says of a promise that was kept, before the seconds.</summary>
    public const string WasKept = "kept";

    /// <summary>The same of one that was broken.</summary>
    public const string WasBroken = "broken";

    /// <inheritdoc/>
    public override FactKind Kind => FactKind.PromiseJudged;
}
