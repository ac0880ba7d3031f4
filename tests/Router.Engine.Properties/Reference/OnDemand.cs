using Router.Engine.Agents;

namespace Router.Engine.Properties.Reference;

/// <summary>On demand an agent is given one ticket for each time he asks.</summary>
internal static class OnDemand
{
    private const long LastsMs = 300_000;

    /// <summary>He asks, and waits for it five minutes.</summary>
    public static void Open(World world, string agentId) => world.Put(world.Agent(agentId)! with { TakeUntil = world.Now + LastsMs });

    /// <summary>He was given what he asked for, has waited long enough, or has another presence.</summary>
    public static void Close(World world, string agentId) => world.Put(world.Agent(agentId)! with { TakeUntil = 0 });

    /// <summary>He lost what he was offered through no doing of his: that counts as asking.</summary>
    public static void GiveBack(World world, string agentId)
    {
        if (world.Agent(agentId) is { Presence: Presence.OnDemand, NextPresence: Presence.Unspecified })
        {
            Open(world, agentId);
        }
    }
}
