using Router.Engine;
using Router.Engine.Policies;
using Router.Policies.Shape;

namespace Router.Policies;

/// <summary>Reads a channel of the workspace and the wrap-up of a channel. What is left out is as for a new workspace; for names it does not have, as for chat.</summary>
internal static class ChannelShape
{
    private const string LikeAnyOther = "chat";
    private const int MostCost = 10_000;
    private const int MostTickets = 100;
    private const int MostMissed = 100;
    private const int Day = 86_400;
    private const int MostOfferSeconds = 3_600;
    private const int MostTargetSeconds = 30 * Day;
    private const int CallWrapUpSeconds = 30;
    private const int WrapUpSeconds = 15;

    /// <summary>Reads a channel.</summary>
    /// <param name="check">Takes the first mistake.</param>
    /// <param name="channel">What came in.</param>
    public static ChannelPolicy Read(ref ShapeCheck check, V1.ChannelPolicy channel)
    {
        check.Id(channel.Name, "name", FieldLimits.Name);
        check.Word(channel.Name, "name", "_-");
        check.Range(channel.HasCost ? channel.Cost : 1, "cost", 1, MostCost);
        check.Range(channel.Max, "max", 0, MostTickets);
        check.Range(channel.MissedLimit, "missed_limit", 0, MostMissed);
        var usual = Usual(channel.Name);
        var read = usual with
        {
            Name = channel.Name,
            Exclusive = channel.HasExclusive ? channel.Exclusive : usual.Exclusive,
            Interruptible = channel.HasInterruptible ? channel.Interruptible : usual.Interruptible,
            AcceptMode = channel.Accept == V1.AcceptMode.Unspecified ? usual.AcceptMode : (AcceptMode)channel.Accept,
            Cost = channel.HasCost ? channel.Cost : usual.Cost,
            Max = channel.HasMax ? channel.Max : usual.Max,
            MissedLimit = channel.HasMissedLimit ? channel.MissedLimit : usual.MissedLimit,
            GraceSeconds = check.Seconds(channel.Grace, "grace", 1, Day) ?? usual.GraceSeconds,
            OfferSeconds = check.Seconds(channel.OfferTimeToLive, "offer_time_to_live", 1, MostOfferSeconds) ?? usual.OfferSeconds,
            Deferred = channel.HasDeferred ? channel.Deferred : usual.Deferred,
            TargetSeconds = check.Seconds(channel.Target, "target", 0, MostTargetSeconds) ?? usual.TargetSeconds,
            WrapUp = ReadWrapUp(ref check, channel.WrapUp, channel.Name) ?? usual.WrapUp,
            HandleSeconds = check.Seconds(channel.HandleTime, "handle_time", 1, Day) ?? usual.HandleSeconds,
        };
        if (read is { Exclusive: true, Interruptible: true })
        {
            check.Fail(Reason.InvalidRequest, "exclusive", "is set together with 'interruptible'", "one of the two");
        }

        CheckEnum(ref check, Enum.IsDefined(channel.Accept), "accept");
        return read;
    }

    /// <summary>Reads a wrap-up.</summary>
    /// <param name="check">Takes the first mistake.</param>
    /// <param name="wrapUp">What came in, or null.</param>
    /// <param name="channel">The channel's name.</param>
    /// <returns>The rule; null for that of the level above.</returns>
    public static WrapUpRule? ReadWrapUp(ref ShapeCheck check, V1.WrapUpPolicy? wrapUp, string channel)
    {
        if (wrapUp is null)
        {
            return null;
        }

        CheckEnum(ref check, Enum.IsDefined(wrapUp.Kind), "wrap_up.kind");
        var seconds = check.Seconds(wrapUp.Duration, "wrap_up.duration", 1, WrapUpRule.MostSeconds)
            ?? (channel == "call" ? CallWrapUpSeconds : WrapUpSeconds);
        return wrapUp.Kind switch
        {
            V1.WrapUpKind.None => WrapUpRule.None,
            V1.WrapUpKind.Optional => new WrapUpRule(WrapUpKind.Optional, seconds),
            V1.WrapUpKind.Timed => new WrapUpRule(WrapUpKind.Timed, seconds),
            V1.WrapUpKind.UntilDone => new WrapUpRule(WrapUpKind.UntilDone, WrapUpRule.MostSeconds),
            _ => null,
        };
    }

    private static ChannelPolicy Usual(string name)
    {
        var usual = WorkspacePolicy.Initial.Channels;
        return usual.FirstOrDefault(c => c.Name == name) ?? usual.First(c => c.Name == LikeAnyOther);
    }

    private static void CheckEnum(ref ShapeCheck check, bool isDefined, string field)
    {
        if (!isDefined)
        {
            check.Fail(Reason.InvalidRequest, field, "has a value that this server does not know", "one of the contract's values");
        }
    }
}
