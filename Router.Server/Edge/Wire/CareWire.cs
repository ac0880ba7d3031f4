using Router.Engine.Policies;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Wire;

/// <summary>Care for agents on the wire.</summary>
internal static class CareWire
{
    /// <summary>What the policy says of it, or nothing.</summary>
    /// <param name="care">The policy's, or null.</param>
    public static V1.AgentCare? Of(AgentCare? care) => care is null ? null : new V1.AgentCare
    {
        Breather = ProtoTime.Length(care.BreatherSeconds * 1_000L),
        HardAfter = care.HardAfterSeconds == 0 ? null : ProtoTime.Length(care.HardAfterSeconds * 1_000L),
        MaxOccupancyPercent = care.MaxOccupancyPercent,
        DrainBefore = ProtoTime.Length(care.DrainBeforeSeconds * 1_000L),
    };
}
