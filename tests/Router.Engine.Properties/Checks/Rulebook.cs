using Router.Engine.Agents;
using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Checks;

/// <summary>The rules of routing said once more, ticket by ticket and agent by agent, as slowly as they read.</summary>
internal static class Rulebook
{
    public static ChannelPolicy Channel(WorkspacePolicy policy, string name) => policy.Channels.First(c => c.Name == name);

    public static bool IsLive(WorkspacePolicy policy, TicketRecord ticket) => !Channel(policy, ticket.Content.Channel).Interruptible;

    public static bool IsExclusive(WorkspacePolicy policy, TicketRecord ticket) => Channel(policy, ticket.Content.Channel).Exclusive;

    public static int Total(WorkspacePolicy policy, AgentProfile profile) =>
        profile.Capacity > 0 ? profile.Capacity : policy.DefaultCapacity;

    public static (int Cost, int Max) Capacity(WorkspacePolicy policy, AgentProfile profile, string channel)
    {
        var own = profile.Channels.FirstOrDefault(c => c.Channel == channel);
        return own is null ? (Channel(policy, channel).Cost, Channel(policy, channel).Max) : (own.Cost, own.Max);
    }

    /// <summary>RFC 4647, section 3.4: cut subtags from the end, and a single letter that is then last too.</summary>
    public static int LanguageLevel(AgentProfile profile, string tag)
    {
        var subtags = tag.Split('-').ToList();
        while (subtags.Count > 0)
        {
            if (profile.Languages.TryGetValue(string.Join('-', subtags), out var level))
            {
                return level;
            }

            subtags.RemoveAt(subtags.Count - 1);
            if (subtags.Count > 0 && subtags[^1].Length == 1)
            {
                subtags.RemoveAt(subtags.Count - 1);
            }
        }

        return 0;
    }

    public static bool Meets(AgentProfile profile, Requirement requirement) =>
        (profile.Queues.Count == 0 || profile.Queues.Contains(requirement.Queue))
        && requirement.Skills.All(s => profile.Skills.GetValueOrDefault(s.Name) >= s.MinLevel)
        && (requirement.Languages.Count == 0 || requirement.Languages.Any(l => LanguageLevel(profile, l.Tag) >= l.MinLevel));

    /// <summary>Whether the profile serves the ticket in one of its first steps.</summary>
    public static bool Serves(WorkspacePolicy policy, AgentProfile profile, TicketRecord ticket, int steps) =>
        CanEverTake(policy, profile, ticket.Content.Channel) && ticket.Steps.Take(steps).Any(s => Meets(profile, s.Requirement));

    /// <summary>Whether he may be given it now: one of the open steps, or, while it waits for one agent alone, he is that one.</summary>
    public static bool ServesNow(WorkspacePolicy policy, AgentRecord agent, TicketRecord ticket) => ticket.WantedUntil > 0
        ? ticket.WantedAgentId == agent.Profile.Id && CanEverTake(policy, agent.Profile, ticket.Content.Channel)
        : Serves(policy, InSession(agent), ticket, ticket.Step + 1);

    /// <summary>The profile with the languages that he signed in with.</summary>
    public static AgentProfile InSession(AgentRecord agent) => agent.SessionLanguages.Count == 0
        ? agent.Profile
        : agent.Profile with { Languages = agent.Profile.Languages.ToDictionary(l => l.Key, l => agent.SessionLanguages.Contains(l.Key) ? l.Value : 0) };

    /// <summary>A ticket of the channel is his without an offer.</summary>
    public static bool AcceptsAtOnce(WorkspacePolicy policy, AgentProfile profile, string channel) =>
        (profile.Channels.FirstOrDefault(c => c.Channel == channel)?.Accept ?? Channel(policy, channel).AcceptMode) == AcceptMode.Auto;

    public static bool CanEverTake(WorkspacePolicy policy, AgentProfile profile, string channel) =>
        Capacity(policy, profile, channel) is { Max: > 0 } capacity && capacity.Cost <= Total(policy, profile);

    /// <summary>Available, with a live session, and not about to be otherwise.</summary>
    public static bool TakesWork(AgentRecord agent, string channel) =>
        agent is { SessionId.Length: > 0, GoneSince: 0 }
        && TakesNow(agent)
        && !IsLeaving(agent)
        && !IsResting(agent)
        && TakesChannel(agent, channel);

    public static bool IsLeaving(AgentRecord agent) => agent is { NextPresence: not Presence.Unspecified } or { SigningOut: true } or { Draining: true };

    public static bool TakesChannel(AgentRecord agent, string channel) =>
        (agent.SessionChannels.Count == 0 || agent.SessionChannels.Contains(channel)) && agent.AwayChannels.All(a => a.Channel != channel)
        && (agent.TakeUntil == 0 || agent.TakeChannels.Count == 0 || agent.TakeChannels.Contains(channel));

    public static bool IsResting(AgentRecord agent) => agent.RestUntil > 0 || agent.Overloaded;

    public static bool TakesNow(AgentRecord agent) => agent.Presence == Presence.Available || (agent.Presence == Presence.OnDemand && agent.TakeUntil > 0);

    public static bool IsCooling(TicketRecord ticket, string agentId) => ticket.Cooldowns.Any(c => c.AgentId == agentId);

    /// <summary>Its time to live has passed before anybody had it.</summary>
    public static bool IsOver(TicketRecord ticket, long now) =>
        ticket.Later?.CallBack is { Until: > 0 } callBack ? callBack.Until <= now : ticket is { TimeToLiveMs: > 0, AssignmentNo: 0 } && ticket.EnteredAt + ticket.TimeToLiveMs <= now;

    /// <summary>Who has it or is offered it.</summary>
    public static IEnumerable<string> Holders(TicketRecord ticket) => ticket.AgentId.Length > 0 ? [ticket.AgentId] : ticket.Offers.Select(o => o.AgentId);

    /// <summary>It takes room: one of several offers does not before it is accepted.</summary>
    private static bool TakesRoom(TicketRecord ticket) => ticket.Offers.Count == 0;

    /// <summary>Whether one more ticket of the channel fits beside those in hand.</summary>
    public static bool HasRoom(WorkspacePolicy policy, AgentProfile profile, IReadOnlyCollection<TicketRecord> inHand, string channel)
    {
        var kind = Channel(policy, channel);
        var (cost, max) = Capacity(policy, profile, channel);
        var live = inHand.Where(t => IsLive(policy, t)).ToList();
        var offers = inHand.Count(t => t.State == TicketState.Offered);
        if (inHand.Count(t => TakesRoom(t) && t.Content.Channel == channel) >= max || (policy.OffersPerAgent > 0 && offers >= policy.OffersPerAgent))
        {
            return false;
        }

        if (kind.Interruptible)
        {
            return live.Count == 0 && Units(policy, profile, inHand) + cost <= Total(policy, profile);
        }

        return !live.Exists(t => IsExclusive(policy, t))
            && (!kind.Exclusive || live.Count == 0)
            && live.Count(t => t.State == TicketState.Offered) < policy.LiveOffersPerAgent
            && Units(policy, profile, live) + cost <= Total(policy, profile);
    }

    public static int Units(WorkspacePolicy policy, AgentProfile profile, IEnumerable<TicketRecord> tickets) =>
        tickets.Where(TakesRoom).Sum(t => Capacity(policy, profile, t.Content.Channel).Cost);

    /// <summary>Whether a waiting ticket goes before another.</summary>
    public static bool IsBefore(TicketRecord left, TicketRecord right) =>
        left.IsExpedited != right.IsExpedited ? left.IsExpedited
        : left.DueAt != right.DueAt ? left.DueAt < right.DueAt : left.Counter < right.Counter;

    /// <summary>Whether nothing stands between an agent who has this in hand and a ticket.</summary>
    public static bool CouldBeGiven(Snapshot now, AgentRecord agent, IReadOnlyCollection<TicketRecord> inHand, TicketRecord ticket) =>
        TakesWork(agent, ticket.Content.Channel)
        && ServesNow(now.Policy, agent, ticket)
        && HasRoom(now.Policy, agent.Profile, inHand, ticket.Content.Channel)
        && !IsCooling(ticket, agent.Profile.Id)
        && !IsOver(ticket, now.Now)
        && !IsHeldAgainst(now, agent.Profile.Id, ticket);

    /// <summary>He is kept free for an exclusive ticket that is due before this concurrent one.</summary>
    public static bool IsHeldAgainst(Snapshot now, string agentId, TicketRecord ticket) =>
        now.HeldFor(agentId) is { } awaited
        && IsLive(now.Policy, ticket) && !IsExclusive(now.Policy, ticket)
        && IsBefore(awaited, ticket);
}
