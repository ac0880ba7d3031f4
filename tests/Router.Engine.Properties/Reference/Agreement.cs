using Router.Engine.Properties.Checks;
using Router.Engine.Properties.Drawing;
using Router.Engine.Records;

namespace Router.Engine.Properties.Reference;

/// <summary>The engine and the model say the same of every ticket and agent.</summary>
internal static class Agreement
{
    public static void Check(Moment moment, World world)
    {
        var engine = moment.Engine;
        Broken.If(engine.Now != world.Now, $"The engine is at {engine.Now}, the model at {world.Now}.");
        Same("open tickets", moment.Saved.Open.Keys.Order(StringComparer.Ordinal), world.Tickets.Select(t => t.Id).Order(StringComparer.Ordinal));
        foreach (var ticket in world.Tickets)
        {
            Same(ticket.Id, Of(engine.Ticket(ticket.Id)!), Of(ticket));
        }

        foreach (var ticket in world.JustClosed)
        {
            Same(ticket.Id, Of(moment.Saved.Closed[ticket.Id]), Of(ticket));
        }

        var agents = engine.Agents();
        Same("agents", agents.Select(a => a.Profile.Id), world.Agents.Select(a => a.Profile.Id));
        foreach (var (told, agent) in agents.Zip(world.Agents))
        {
            Same(agent.Profile.Id, Of(told), Of(agent));
        }
    }

    private static IEnumerable<string> Of(TicketRecord ticket) =>
    [
        $"{ticket.State} since {ticket.StateSince}",
        $"{ticket.AgentId} has it",
        $"created {ticket.CreatedAt}, starts {ticket.StartsAt} at the opening {ticket.WaitsForOpening}, lives {ticket.TimeToLiveMs}, entered {ticket.EnteredAt}",
        $"due {ticket.DueAt}, head start {ticket.HeadStartMs}, step {ticket.Step}",
        $"offered to {string.Join(' ', ticket.Offers)} of {ticket.OffersMade}",
        $"offer {ticket.OfferNo} at {ticket.OfferedAt} until {ticket.OfferExpiresAt}, declines {ticket.Declines}",
        $"held {ticket.HeldAgentId} until {ticket.HoldEndsAt}, spent {ticket.HoldSpent}",
        $"assignment {ticket.AssignmentNo} at {ticket.AssignedAt}, before {ticket.AssignmentsBefore}, transfers {ticket.Transfers}",
        $"on hold {ticket.OnHoldSince} {ticket.OnHoldMs}, hard {ticket.Hard}",
        $"ended {ticket.InteractionEndedAt} by {ticket.InteractionEndedBy}, wrap-up until {ticket.WrapUpEndsAt}, extended {ticket.WrapUpExtended}",
        $"wants {ticket.WantedAgentId} as {ticket.WantedCause} until {ticket.WantedUntil}, expedited {ticket.IsExpedited}",
        $"asks {ticket.PeerOffer?.AgentId} by {ticket.PeerOffer?.OfferNo} until {ticket.PeerOffer?.ExpiresAt}, to join {ticket.PeerOffer?.IsConsult}; joined by {string.Join(' ', ticket.Participants)}",
        $"parked until {ticket.ParkedUntil}, answer {ticket.ResumesOnAnswer}",
        $"follows {ticket.Later?.FollowUpOf}, followed by {ticket.Later?.FollowUpId}, called back {ticket.Later?.CallBack?.From}-{ticket.Later?.CallBack?.Until} after {string.Join(' ', ticket.Later?.CallBack?.Attempts ?? [])}",
        $"disposition {ticket.Disposition}, cause {ticket.CancelCause}, messages {ticket.Messages}",
        $"{ticket.Content.Queue} {ticket.Content.Channel} {ticket.Content.Priority} {ticket.Content.Segment} {ticket.Content.Classified}",
        .. ticket.Cooldowns.Select(c => $"cools for {c.AgentId} until {c.Until}").Order(StringComparer.Ordinal),
        .. ticket.Steps.Select(s => $"{s.OpensAfterMs}{(s.IsExpedited ? " expedited" : "")}: {s.Requirement.Key}"),
    ];

    private static IEnumerable<string> Of(AgentRecord agent) =>
    [
        $"number {agent.Number}, session {agent.SessionId} since {agent.SignedInAt} for {string.Join(' ', agent.SessionChannels)} {string.Join(' ', agent.SessionLanguages)}",
        $"gone {agent.GoneSince} until {agent.GraceUntil}",
        $"{agent.Presence} {agent.PresenceReason} since {agent.PresenceSince}, next {agent.NextPresence} {agent.NextReason}, leaving {agent.SigningOut}",
        $"idle since {agent.IdleSince}",
        $"away from {string.Join(' ', agent.AwayChannels)}, asks until {agent.TakeUntil} for {string.Join(' ', agent.TakeChannels)}",
        $"drained from {agent.Drain?.At}, draining {agent.Draining}, rests until {agent.RestUntil}, overloaded {agent.Overloaded}, busy since {agent.BusySince}",
        $"missed {string.Join(' ', agent.Missed.Where(m => m.Value > 0).OrderBy(m => m.Key, StringComparer.Ordinal))}",
    ];

    private static void Same(string what, IEnumerable<string> told, IEnumerable<string> reckoned)
    {
        var (left, right) = (told.ToList(), reckoned.ToList());
        if (!left.SequenceEqual(right))
        {
            throw new Broken($"{what}: the engine says {string.Join("; ", left.Except(right))}, the model {string.Join("; ", right.Except(left))}");
        }
    }
}
