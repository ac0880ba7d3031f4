using Router.Engine.Tickets;

namespace Router.Engine.Events;

/// <summary>A ticket that entered its queue waits for one agent alone.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AgentId">The agent.</param>
/// <param name="Cause">Why he.</param>
/// <param name="Until">When anybody else may have it too, ms.</param>
public sealed record AgentWanted(string TicketId, string AgentId, WantedCause Cause, long Until) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.AgentWanted;
}
