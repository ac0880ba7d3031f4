using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Checks;

/// <summary>An agent who was at live work for too much of the last hour rests, and nobody else does for that.</summary>
internal static class OccupancyCheck
{
    private const long SliceMs = 300_000;

    public static void Run(Snapshot now)
    {
        var most = now.Policy.AgentCare?.MaxOccupancyPercent ?? 0;
        foreach (var agent in now.Agents)
        {
            Broken.If(most == 0 && (agent.BusySince > 0 || agent.BusySlices.Count > 0), $"{agent.Profile.Id} is counted though nobody asks.");
            Broken.If(agent.BusySlices.Count > 12, $"{agent.Profile.Id} has {agent.BusySlices.Count} slices.");
            var isBusy = now.InHand(agent.Profile.Id).Any(t => t.State is TicketState.Assigned or TicketState.WrappingUp && Rulebook.IsLive(now.Policy, t));
            Broken.If(most > 0 && isBusy != (agent.BusySince > 0), $"{agent.Profile.Id} is at work: {isBusy}, counted since {agent.BusySince}.");
            Broken.If(
                now.IsSettled && agent.SessionId.Length > 0 && agent.Overloaded != (most > 0 && BusyMs(now, agent) >= most * 36_000L),
                $"{agent.Profile.Id} was busy for {BusyMs(now, agent)} ms of at most {most} %, and rests for it: {agent.Overloaded}.");
        }
    }

    /// <summary>When that may change, if it ever does by itself.</summary>
    public static IEnumerable<long> Next(Snapshot now, AgentRecord agent)
    {
        var most = (now.Policy.AgentCare?.MaxOccupancyPercent ?? 0) * 36_000L;
        var busy = BusyMs(now, agent);
        var slice = ((now.Now / SliceMs) + 1) * SliceMs;
        return most == 0 || (busy < most && agent.BusySince == 0) ? []
            : busy >= most ? [slice]
            : [Math.Min(slice, now.Now + most - busy)];
    }

    /// <summary>In the last twelve times five minutes of the clock, the one under way among them.</summary>
    private static long BusyMs(Snapshot now, AgentRecord agent)
    {
        var from = ((now.Now / SliceMs) - 11) * SliceMs;
        var over = agent.BusySlices.Where(s => s.Number * SliceMs >= from).Sum(s => (long)s.Ms);
        return over + (agent.BusySince == 0 ? 0 : now.Now - Math.Max(agent.BusySince, from));
    }
}
