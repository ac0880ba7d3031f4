using Router.Engine.Agents;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Server.Store.V1;

namespace Router.Server.Store.Codecs;

/// <summary>Agents to and from their saved forms: profiles, which seldom change, and sessions.</summary>
internal static class AgentCodec
{
    public static StoredAgent ToStored(AgentRecord agent) => new()
    {
        Number = agent.Number,
        SessionId = agent.SessionId,
        SessionChannels = { agent.SessionChannels },
        SessionLanguages = { agent.SessionLanguages },
        SignedInAt = agent.SignedInAt,
        GoneSince = agent.GoneSince,
        GraceUntil = agent.GraceUntil,
        Presence = (StoredPresence)agent.Presence,
        PresenceReason = agent.PresenceReason,
        PresenceSince = agent.PresenceSince,
        NextPresence = (StoredPresence)agent.NextPresence,
        NextReason = agent.NextReason,
        SigningOut = agent.SigningOut,
        IdleSince = agent.IdleSince,
        PresenceSet = ToStored(agent.PresenceSet),
        NextSet = ToStored(agent.NextSet),
        Drain = agent.Drain is { } drain ? new StoredDrain { At = drain.At, Set = ToStored(drain.Set) } : null,
        Draining = agent.Draining,
        AwayChannels = { agent.AwayChannels.Select(a => new StoredChannelAway { Channel = a.Channel, Reason = a.Reason }) },
        Take = agent is { TakeUntil: 0, TakeChannels.Count: 0 } ? null : new StoredTake { Until = agent.TakeUntil, Channels = { agent.TakeChannels } },
        RestUntil = agent.RestUntil,
        Overloaded = agent.Overloaded,
        BusySince = agent.BusySince,
        BusySlices = { agent.BusySlices.Select(b => new StoredBusySlice { Number = b.Number, Ms = b.Ms }) },
        Missed = { agent.Missed.Select(m => new StoredCount { Name = m.Key, Count = m.Value }) },
    };

    public static AgentRecord FromStored(StoredAgent stored, StoredProfile profile) => new()
    {
        Profile = FromStored(profile),
        Number = stored.Number,
        SessionId = stored.SessionId,
        SessionChannels = [.. stored.SessionChannels],
        SessionLanguages = [.. stored.SessionLanguages],
        SignedInAt = stored.SignedInAt,
        GoneSince = stored.GoneSince,
        GraceUntil = stored.GraceUntil,
        Presence = (Presence)stored.Presence,
        PresenceReason = stored.PresenceReason,
        PresenceSince = stored.PresenceSince,
        NextPresence = (Presence)stored.NextPresence,
        NextReason = stored.NextReason,
        SigningOut = stored.SigningOut,
        IdleSince = stored.IdleSince,
        PresenceSet = FromStored(stored.PresenceSet),
        NextSet = FromStored(stored.NextSet),
        Drain = stored.Drain is { } drain ? new AgentDrain(drain.At, FromStored(drain.Set)!) : null,
        Draining = stored.Draining,
        AwayChannels = [.. stored.AwayChannels.Select(a => new ChannelAway(a.Channel, a.Reason))],
        TakeUntil = stored.Take?.Until ?? 0,
        TakeChannels = [.. stored.Take?.Channels ?? []],
        RestUntil = stored.RestUntil,
        Overloaded = stored.Overloaded,
        BusySince = stored.BusySince,
        BusySlices = [.. stored.BusySlices.Select(b => new BusySlice(b.Number, b.Ms))],
        Missed = stored.Missed.ToDictionary(m => m.Name, m => m.Count),
    };

    public static StoredProfile ToStored(AgentProfile profile) => new()
    {
        Id = profile.Id,
        Name = profile.Name,
        Team = profile.Team,
        Queues = { profile.Queues },
        Skills = { profile.Skills.Select(Level) },
        Languages = { profile.Languages.Select(Level) },
        Capacity = profile.Capacity,
        Channels = { profile.Channels.Select(c => new StoredChannelCapacity { Channel = c.Channel, Cost = c.Cost, Max = c.Max, Accept = (StoredAcceptMode)(c.Accept ?? 0) }) },
    };

    private static StoredSetBy? ToStored(SetBy? set) =>
        set is null ? null : new StoredSetBy { By = TicketCodec.ToStored(set.By), Why = set.Why };

    private static SetBy? FromStored(StoredSetBy? stored) =>
        stored is null ? null : new SetBy(TicketCodec.FromStored(stored.By), stored.Why);

    private static AgentProfile FromStored(StoredProfile stored) => new()
    {
        Id = stored.Id,
        Name = stored.Name,
        Team = stored.Team,
        Queues = [.. stored.Queues],
        Skills = stored.Skills.ToDictionary(s => s.Name, s => s.Level),
        Languages = stored.Languages.ToDictionary(l => l.Name, l => l.Level),
        Capacity = stored.Capacity,
        Channels = [.. stored.Channels.Select(c => new ChannelCapacity(c.Channel, c.Cost, c.Max, c.Accept == 0 ? null : (AcceptMode)c.Accept))],
    };

    private static StoredLevel Level(KeyValuePair<string, int> level) => new() { Name = level.Key, Level = level.Value };
}
