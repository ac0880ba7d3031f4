using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Drawing;

/// <summary>What is drawn for consults.</summary>
internal static class ConsultChoice
{
    /// <summary>Half of the time one that somebody has just declined to join.</summary>
    public static bool Suits(TicketRecord ticket, Step step) => ticket.State == TicketState.Assigned && (step.Seed % 2 == 0 || ticket.Cooldowns.Count > 0);

    /// <summary>Somebody who has time, anybody of the ticket's queue whatever he can, or any target.</summary>
    public static StartConsult Start(TicketRecord ticket, Step step, string agentId, HandoverTarget any, WorkspaceEngine engine)
    {
        var target = (step.How % 3) switch
        {
            0 when Free(engine, agentId) is { } free => new("", null, [], free),
            1 => new HandoverTarget("", [], []),
            _ => any,
        };
        return new(agentId, ticket.Id, CommandChoice.Stale(ticket.AssignmentNo, step), target, "what would you do?");
    }

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
