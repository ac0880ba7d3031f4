using Router.Engine.Records;
using Router.Server.Store.V1;

namespace Router.Server.Store.Codecs;

/// <summary>Counters and wait classes to and from their saved forms.</summary>
internal static class WorkspaceCodec
{
    public static StoredMeta ToStored(MetaRecord meta) => new()
    {
        Now = meta.Now,
        Term = meta.Term,
        LastTicket = meta.LastTicket,
        LastAgent = meta.LastAgent,
        LastFact = meta.LastFact,
        QueuesWithoutAgents = { meta.QueuesWithoutAgents },
        LastGiven = { meta.LastGiven.ToDictionary() },
        Renewal = meta.Renewal is { } renewal ? ToStored(renewal) : null,
        Alarms = { meta.Alarms.Select(AlarmCodec.ToStored) },
        AlarmsQuietUntil = meta.AlarmsQuietUntil,
    };

    public static MetaRecord FromStored(StoredMeta stored) => new()
    {
        Now = stored.Now,
        Term = stored.Term,
        LastTicket = stored.LastTicket,
        LastAgent = stored.LastAgent,
        LastFact = stored.LastFact,
        QueuesWithoutAgents = [.. stored.QueuesWithoutAgents],
        LastGiven = stored.LastGiven.ToDictionary(),
        Renewal = stored.Renewal is { } renewal
            ? new RenewalRecord(renewal.After, renewal.Last, renewal.NextAt, renewal.RepriceAfter, renewal.RepriceLast)
            : null,
        Alarms = [.. stored.Alarms.Select(AlarmCodec.FromStored)],
        AlarmsQuietUntil = stored.AlarmsQuietUntil,
    };

    private static StoredRenewal ToStored(RenewalRecord renewal) => new()
    {
        After = renewal.After,
        Last = renewal.Last,
        NextAt = renewal.NextAt,
        RepriceAfter = renewal.RepriceAfter,
        RepriceLast = renewal.RepriceLast,
    };

    public static StoredWaitClass ToStored(WaitClassRecord waitClass) => new()
    {
        Queue = waitClass.Queue,
        Channel = waitClass.Channel,
        Language = waitClass.Language,
        HeadStartMs = waitClass.HeadStartMs,
        Exits = waitClass.Exits,
        Exposure = waitClass.Exposure,
        ExitsSeen = waitClass.ExitsSeen,
        CountedUntil = waitClass.CountedUntil,
        PromiseLog = { waitClass.PromiseLog },
        EstimateLog = { waitClass.EstimateLog },
        DrainError = waitClass.DrainError,
        OldestError = waitClass.OldestError,
        JudgedDay = waitClass.JudgedDay,
        Judged = waitClass.Judged,
        Kept = waitClass.Kept,
    };

    public static WaitClassRecord FromStored(StoredWaitClass stored) => new()
    {
        Queue = stored.Queue,
        Channel = stored.Channel,
        Language = stored.Language,
        HeadStartMs = stored.HeadStartMs,
        Exits = stored.Exits,
        Exposure = stored.Exposure,
        ExitsSeen = stored.ExitsSeen,
        CountedUntil = stored.CountedUntil,
        PromiseLog = [.. stored.PromiseLog],
        EstimateLog = [.. stored.EstimateLog],
        DrainError = stored.DrainError > 0 ? stored.DrainError : WaitClassRecord.DrainErrorAtFirst,
        OldestError = stored.OldestError > 0 ? stored.OldestError : WaitClassRecord.OldestErrorAtFirst,
        JudgedDay = stored.JudgedDay,
        Judged = stored.Judged,
        Kept = stored.Kept,
    };
}
