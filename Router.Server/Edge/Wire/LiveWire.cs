using Router.Engine.Queries;
using Router.Engine.Records;
using Router.Server.Statistics;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Wire;

/// <summary>The live view on the wire.</summary>
internal static class LiveWire
{
    /// <summary>A queue, channel and language.</summary>
    /// <param name="row">The row.</param>
    /// <param name="counts">What was counted of it, or null for nothing.</param>
    /// <param name="version">The version of the view.</param>
    public static V1.LiveRow Of(LiveRow row, RollingCounts? counts, long version)
    {
        var today = counts?.Today ?? default;
        var shown = Of(row, today, version);
        if (today.ServiceLevel is { } level)
        {
            shown.ServiceLevel = level;
        }

        return shown;
    }

    private static V1.LiveRow Of(LiveRow row, WindowCounts today, long version) => new()
    {
        Queue = row.Queue,
        Channel = row.Channel,
        Language = row.Language,
        Version = version,
        Waiting = row.Waiting,
        OldestEnteredAt = ProtoTime.TimeOrNone(row.OldestEnteredAt),
        Offered = row.Offered,
        Assigned = row.Assigned,
        WrappingUp = row.WrappingUp,
        Unroutable = row.Unroutable,
        Next = WaitingWire.Of(row.Waiting + row.Offered + 1, row.Estimate),
        EnteredToday = (int)today.Entered,
        CompletedToday = (int)today.Completed,
        AbandonedToday = (int)today.Abandoned,
        PromisesJudged = row.PromisesJudged,
        PromisesKept = row.PromisesKept,
        Agents = new() { Registered = row.Registered, Available = row.Agents },
    };

    /// <summary>A registered agent.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="tickets">What he has in hand or is offered.</param>
    /// <param name="version">The version of the view.</param>
    public static V1.LiveAgent Of(LiveAgent agent, IReadOnlyList<TicketRecord> tickets, long version) => new()
    {
        AgentId = agent.AgentId,
        Name = agent.Name,
        Team = agent.Team,
        Version = version,
        Presence = new() { Presence = AgentWire.PresenceOf(agent.Presence), AwayReason = agent.Reason, Since = ProtoTime.TimeOrNone(agent.Since), Draining = agent.Draining },
        Activity = AgentWire.ActivityOf(agent.Activity),
        ActivitySince = ProtoTime.TimeOrNone(agent.ActivitySince),
        CapacityUsed = agent.CapacityUsed,
        CapacityTotal = agent.Capacity,
        Tickets = { tickets.Select(t => Of(t, agent.AgentId)) },
        SessionLost = agent.SessionLost,
    };

    private static V1.LiveAgentTicket Of(TicketRecord ticket, string agentId) => new()
    {
        TicketId = ticket.Id,
        State = TicketWire.StateOf(ticket.State),
        Queue = ticket.Content.Queue,
        Channel = ticket.Content.Channel,
        Since = ProtoTime.Time(ticket.Participants.FirstOrDefault(p => p.AgentId == agentId)?.JoinedAt ?? ticket.StateSince),
        Participant = ticket.Participants.Any(p => p.AgentId == agentId),
    };
}
