using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Records;

namespace Router.Engine.Properties.Drawing;

/// <summary>What is drawn for consults.</summary>
internal static class ConsultChoice
{
    /// <summary>Mostly somebody who has time, else anybody.</summary>
    public static StartConsult Start(TicketRecord ticket, Step step, string agentId, HandoverTarget any, WorkspaceEngine engine) =>
        new(agentId, ticket.Id, CommandChoice.Stale(ticket.AssignmentNo, step), step.How % 3 > 0 && Free(engine, agentId) is { } free ? new("", null, [], free) : any, "what would you do?");

    public static string? Free(WorkspaceEngine engine, string notId) => engine.LiveAgents()
        .Where(a => a is { Presence: Presence.Available, SessionLost: false, Draining: false } && a.AgentId != notId)
        .OrderBy(a => a.CapacityUsed).ThenBy(a => a.AgentId, StringComparer.Ordinal)
        .FirstOrDefault()?.AgentId;

    /// <summary>By the owner or by a participant; of a named one, or of whoever it is.</summary>
    public static EndConsult End(TicketRecord ticket, Step step, string ownerId)
    {
        var someId = ticket.Participants.Count == 0 ? "" : ticket.Participants[step.Seed / 7 % ticket.Participants.Count].AgentId;
        return new(
            step.How % 2 == 0 && someId.Length > 0 ? someId : ownerId,
            ticket.Id,
            CommandChoice.Stale(ticket.AssignmentNo, step),
            (ConsultOutcome)(step.Seed % 3),
            step.How % 5 == 0 ? someId : "");
    }
}
