using System.Diagnostics;
using System.Globalization;

namespace Router.Bench.Engine;

/// <summary>
/// Measures the engine without server or store: whole tickets (submit, offer, accept, complete, and the taking of changes after
/// every 512 commands) with few and many agents, beside empty and long queues.
/// </summary>
internal static class EngineBench
{
    /// <summary>Tickets before anything is measured: after fewer the runtime still compiles (docs/performance.md).</summary>
    private const int WarmUp = 300_000;

    private static readonly int[] AgentCounts = [100, 10_000, 50_000];
    private static readonly int[] WaitingCounts = [0, 1_000, 1_000_000];

    public static void Run(TextWriter output, int? onlyAgents, int? onlyWaiting, bool onlyFull, string? onlySelection)
    {
        if (onlyFull)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"full_policy_tickets_per_s\":{FullPolicyTicketsPerSecond(output, onlySelection):F0}}}"));
            return;
        }

        var slowest = double.MaxValue;
        foreach (var agents in onlyAgents is { } some ? [some] : AgentCounts)
        {
            foreach (var waiting in onlyWaiting is { } few ? [few] : WaitingCounts)
            {
                var speed = Measure(EngineLoad.Staffed(agents), waiting);
                slowest = Math.Min(slowest, speed.TicketsPerSecond);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{agents,6} agents, {waiting,9} waiting: {speed}"));
            }
        }

        if ((onlyAgents ?? onlyWaiting) is not null)
        {
            return;
        }

        var rare = RareSkillMicroseconds();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"50000 idle agents of whom 50 may serve: {rare:F2} us a ticket"));
        var full = FullPolicyTicketsPerSecond(output, onlySelection);
        var bytes = BytesPerWaitingTicket();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"min_tickets_per_s\":{slowest:F0},\"rare_skill_us\":{rare:F2},\"bytes_per_waiting_ticket\":{bytes:F0},\"full_policy_tickets_per_s\":{full:F0}}}"));
    }

    /// <summary>The slowest strategy under a policy of 50 queues with 4 steps each, and 200 rules.</summary>
    private static double FullPolicyTicketsPerSecond(TextWriter output, string? onlySelection)
    {
        const int agents = 10_000;
        var slowest = double.MaxValue;
        foreach (var selection in onlySelection is null ? FullPolicy.Selections : [onlySelection])
        {
            var speed = Measure(EngineLoad.FullPolicy(agents, selection), waiting: 0);
            slowest = Math.Min(slowest, speed.TicketsPerSecond);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"full policy, {agents} agents, {selection}: {speed}"));
        }

        return slowest;
    }

    /// <summary>The median of five runs after a warm-up; of the processor's time, the run that took the least.</summary>
    private static EngineSpeed Measure(EngineLoad load, int waiting)
    {
        const int tickets = 100_000;
        load.FillQueue(waiting);
        load.Cycle(WarmUp);
        var rates = new double[5];
        var leastCpu = double.MaxValue;
        var allocated = 0.0;
        for (var run = 0; run < rates.Length; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var cpu = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            load.Cycle(tickets);
            rates[run] = tickets / watch.Elapsed.TotalSeconds;
            leastCpu = Math.Min(leastCpu, (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / tickets);
            allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)tickets;
        }

        Array.Sort(rates);
        return new EngineSpeed(rates[rates.Length / 2], leastCpu, allocated);
    }

    private static double RareSkillMicroseconds()
    {
        var load = EngineLoad.WithRareSkill(agents: 50_000, experts: 50);
        load.Cycle(WarmUp);
        const int tickets = 100_000;
        var watch = Stopwatch.StartNew();
        load.Cycle(tickets);
        return watch.Elapsed.TotalMicroseconds / tickets;
    }

    private static double BytesPerWaitingTicket()
    {
        const int tickets = 1_000_000;
        var load = EngineLoad.Staffed(agents: 100);
        load.FillQueue(1_000);
        load.PrepareContents(tickets);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        load.FillQueue(tickets);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(load);
        return (after - before) / (double)tickets;
    }
}
