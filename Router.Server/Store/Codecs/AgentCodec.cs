using Router.Engine.Agents;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Server.Store.Commits;
using Router.Server.Store.V1;

namespace Router.Server.Store.Codecs;

/// <summary>Agents to and from their saved forms: profiles, which seldom change, and sessions.</summary>
internal static class AgentCodec
{
    /// <summary>Writes an agent's session, field by field.</summary>
    public static void Write(FieldWriter fields, AgentRecord agent)
    {
        fields.Number(StoredAgent.NumberFieldNumber, agent.Number);
        fields.Text(StoredAgent.SessionIdFieldNumber, agent.SessionId);
        Write(fields, StoredAgent.SessionChannelsFieldNumber, agent.SessionChannels);
        fields.Number(StoredAgent.SignedInAtFieldNumber, agent.SignedInAt);
        fields.Number(StoredAgent.GoneSinceFieldNumber, agent.GoneSince);
        fields.Number(StoredAgent.GraceUntilFieldNumber, agent.GraceUntil);
        fields.Number(StoredAgent.PresenceFieldNumber, (long)agent.Presence);
        fields.Text(StoredAgent.PresenceReasonFieldNumber, agent.PresenceReason);
        fields.Number(StoredAgent.PresenceSinceFieldNumber, agent.PresenceSince);
        fields.Number(StoredAgent.NextPresenceFieldNumber, (long)agent.NextPresence);
        fields.Text(StoredAgent.NextReasonFieldNumber, agent.NextReason);
        fields.Flag(StoredAgent.SigningOutFieldNumber, agent.SigningOut);
        fields.Number(StoredAgent.IdleSinceFieldNumber, agent.IdleSince);
        if (agent.Missed.Count > 0)
        {
            foreach (var (name, count) in agent.Missed)
            {
                fields.Message(StoredAgent.MissedFieldNumber, (name, count), WriteMissed);
            }
        }

        Write(fields, StoredAgent.PresenceSetFieldNumber, agent.PresenceSet);
        Write(fields, StoredAgent.NextSetFieldNumber, agent.NextSet);
        if (agent.Drain is { } drain)
        {
            fields.Message(StoredAgent.DrainFieldNumber, drain, Write);
        }

        fields.Flag(StoredAgent.DrainingFieldNumber, agent.Draining);
        fields.Messages(StoredAgent.AwayChannelsFieldNumber, agent.AwayChannels, Write);
        if (agent is not { TakeUntil: 0, TakeChannels.Count: 0 })
        {
            fields.Message(StoredAgent.TakeFieldNumber, agent, WriteTake);
        }

        fields.Number(StoredAgent.RestUntilFieldNumber, agent.RestUntil);
        fields.Flag(StoredAgent.OverloadedFieldNumber, agent.Overloaded);
        fields.Number(StoredAgent.BusySinceFieldNumber, agent.BusySince);
        fields.Messages(StoredAgent.BusySlicesFieldNumber, agent.BusySlices, Write);
        Write(fields, StoredAgent.SessionLanguagesFieldNumber, agent.SessionLanguages);
    }

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

    // None of them is ever empty.
    private static void Write(FieldWriter fields, int field, IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            fields.Text(field, names[i]);
        }
    }

    private static void Write(FieldWriter fields, int field, SetBy? set)
    {
        if (set is not null)
        {
            fields.Message(field, set, Write);
        }
    }

    private static void Write(FieldWriter fields, SetBy set)
    {
        if (set.By is { } actor)
        {
            fields.Message(StoredSetBy.ByFieldNumber, actor, TicketCodec.Write);
        }

        fields.Text(StoredSetBy.WhyFieldNumber, set.Why);
    }

    private static void Write(FieldWriter fields, AgentDrain drain)
    {
        fields.Number(StoredDrain.AtFieldNumber, drain.At);
        fields.Message(StoredDrain.SetFieldNumber, drain.Set, Write);
    }

    private static void Write(FieldWriter fields, ChannelAway away)
    {
        fields.Text(StoredChannelAway.ChannelFieldNumber, away.Channel);
        fields.Text(StoredChannelAway.ReasonFieldNumber, away.Reason);
    }

    private static void WriteTake(FieldWriter fields, AgentRecord agent)
    {
        fields.Number(StoredTake.UntilFieldNumber, agent.TakeUntil);
        Write(fields, StoredTake.ChannelsFieldNumber, agent.TakeChannels);
    }

    private static void Write(FieldWriter fields, BusySlice slice)
    {
        fields.Number(StoredBusySlice.NumberFieldNumber, slice.Number);
        fields.Number(StoredBusySlice.MsFieldNumber, slice.Ms);
    }

    private static void WriteMissed(FieldWriter fields, (string Name, int Count) missed)
    {
        fields.Text(StoredCount.NameFieldNumber, missed.Name);
        fields.Number(StoredCount.CountFieldNumber, missed.Count);
    }

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
