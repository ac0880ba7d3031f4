using Router.Engine.Policies;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Wire;

/// <summary>Channels of a workspace on the wire, with all defaults filled in.</summary>
internal static class ChannelWire
{
    /// <summary>A channel.</summary>
    /// <param name="channel">The channel.</param>
    public static V1.ChannelPolicy Of(ChannelPolicy channel) => new()
    {
        Name = channel.Name,
        Exclusive = channel.Exclusive,
        Interruptible = channel.Interruptible,
        Accept = channel.AcceptMode == AcceptMode.Auto ? V1.AcceptMode.Auto : V1.AcceptMode.Manual,
        Cost = channel.Cost,
        Max = channel.Max,
        MissedLimit = channel.MissedLimit,
        Grace = ProtoTime.Seconds(channel.GraceSeconds),
        OfferTimeToLive = ProtoTime.Seconds(channel.OfferSeconds),
        Deferred = channel.Deferred,
        Target = ProtoTime.Seconds(channel.TargetSeconds),
        WrapUp = Of(channel.WrapUp),
        HandleTime = ProtoTime.Seconds(channel.HandleSeconds),
    };

    /// <summary>A wrap-up.</summary>
    /// <param name="rule">The rule.</param>
    public static V1.WrapUpPolicy Of(WrapUpRule rule) => new()
    {
        Kind = KindOf(rule.Kind),
        Duration = rule.Kind == WrapUpKind.None ? null : ProtoTime.Length(rule.LengthMs),
    };

    /// <summary>A kind of wrap-up.</summary>
    /// <param name="kind">The engine's, whose numbers are the contract's.</param>
    public static V1.WrapUpKind KindOf(WrapUpKind kind) => (V1.WrapUpKind)kind;
}
