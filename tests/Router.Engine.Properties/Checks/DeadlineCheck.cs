using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Checks;

/// <summary>Nothing is stuck: every ticket has a deadline, an owner with a live session, or waits; and the engine knows the next deadline.</summary>
internal static class DeadlineCheck
{
    public const int OfflineSeconds = 60;

    public static void Run(Snapshot now)
    {
        if (!now.IsSettled)
        {
            return;
        }

        var deadlines = now.Tickets.SelectMany(Of).Concat(now.Agents.SelectMany(a => Of(now, a))).Append(now.Moment.Changes.Meta.Renewal?.NextAt ?? long.MaxValue);
        var next = deadlines.Min();
        var waitsUntil = now.Moment.Engine.NextDeadline;
        Broken.If(waitsUntil > next, $"The next deadline is {next}, the engine waits until {waitsUntil}.");
        Broken.If(waitsUntil < next && !AlarmCheck.MayLookAt(now, waitsUntil), $"The next deadline is {next}, the engine does not wait after {waitsUntil}.");
        foreach (var ticket in now.Tickets.Where(t => t.State == TicketState.Assigned))
        {
            var owner = now.Agents.First(a => a.Profile.Id == ticket.AgentId);
            Broken.If(owner.SessionId.Length == 0, $"{ticket.Id} is assigned to {ticket.AgentId}, who has no session.");
        }
    }

    public static IEnumerable<long> Of(TicketRecord ticket)
    {
        switch (ticket.State)
        {
            case TicketState.Scheduled:
                return [ticket.StartsAt];
            case TicketState.Offered:
                return [ticket.OfferExpiresAt, .. PromiseCheck.EndOf(ticket)];
            case TicketState.Assigned when ticket.PeerOffer is { } handover:
                return [handover.ExpiresAt];
            case TicketState.WrappingUp:
                return [ticket.WrapUpEndsAt];
            case TicketState.Parked:
                return [ticket.ParkedUntil];
            case TicketState.Queued:
                var steps = ticket.WantedUntil > 0 ? [ticket.WantedUntil] : ticket.Steps.Skip(ticket.Step + 1).Take(1).Select(s => ticket.EnteredAt + s.OpensAfterMs);
                var ends = ticket.Later?.CallBack is { Until: > 0 } callBack ? [callBack.Until]
                    : ticket is { TimeToLiveMs: > 0, AssignmentNo: 0 } ? [ticket.EnteredAt + ticket.TimeToLiveMs] : Array.Empty<long>();
                var hold = ticket.HeldAgentId.Length > 0 ? [ticket.HoldEndsAt] : Array.Empty<long>();
                return [.. steps, .. ends, .. hold, .. ticket.Cooldowns.Select(c => c.Until), .. PromiseCheck.EndOf(ticket)];
            default:
                return [];
        }
    }

    public static IEnumerable<long> Of(Snapshot now, AgentRecord agent)
    {
        var drain = agent is { Drain: { } planned, Draining: false } ? [planned.At - ((now.Policy.AgentCare?.DrainBeforeSeconds ?? 0) * 1_000L)] : Array.Empty<long>();
        drain = agent.TakeUntil > 0 ? [.. drain, agent.TakeUntil] : drain;
        drain = agent.RestUntil > 0 ? [.. drain, agent.RestUntil] : drain;
        drain = agent.SessionId.Length > 0 ? [.. drain, .. OccupancyCheck.Next(now, agent)] : drain;
        if (agent.SessionId.Length == 0 || agent.GoneSince == 0)
        {
            return drain;
        }

        var inHand = now.InHand(agent.Profile.Id).ToList();
        var graces = inHand.Where(t => t.State == TicketState.Assigned)
            .Select(t => (double)Rulebook.Channel(now.Policy, t.Content.Channel).GraceSeconds);
        var offline = inHand.Count == 0 ? [OfflineSeconds] : Array.Empty<double>();
        return graces.Concat(offline).Select(s => Math.Max(agent.GraceUntil, agent.GoneSince + now.RealSeconds(s))).Concat(drain);
    }
}
