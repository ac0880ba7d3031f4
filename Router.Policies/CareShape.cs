using Router.Engine.Policies;
using Router.Policies.Shape;

namespace Router.Policies;

/// <summary>Reads the workspace's care for agents.</summary>
internal static class CareShape
{
    private const int MostBreatherSeconds = 3_600;
    private const int Day = 86_400;
    private const int MostPercent = 99;

    /// <summary>Reads it.</summary>
    /// <param name="check">Takes the mistakes.</param>
    /// <param name="care">What came in, or null.</param>
    public static AgentCare? Read(ref ShapeCheck check, V1.AgentCare? care)
    {
        if (care is null)
        {
            return null;
        }

        check.Range(care.MaxOccupancyPercent, "workspace.agent_care.max_occupancy_percent", 0, MostPercent);
        return new AgentCare
        {
            BreatherSeconds = check.Seconds(care.Breather, "workspace.agent_care.breather", 0, MostBreatherSeconds) ?? 0,
            HardAfterSeconds = check.Seconds(care.HardAfter, "workspace.agent_care.hard_after", 1, Day) ?? 0,
            MaxOccupancyPercent = care.MaxOccupancyPercent,
            DrainBeforeSeconds = check.Seconds(care.DrainBefore, "workspace.agent_care.drain_before", 0, Day) ?? 0,
        };
    }
}
