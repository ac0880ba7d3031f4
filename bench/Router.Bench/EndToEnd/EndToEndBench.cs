using System.Globalization;
using System.Text.Json;

namespace Router.Bench.EndToEnd;

/// <summary>
/// Measures the whole way of a ticket, from submit to the acknowledged completion, with Redis, server and load client as processes of their
/// own. The echo limit is measured in between, so that a noisy machine slows both; ratios are of neighbours in time.
/// </summary>
internal static class EndToEndBench
{
    private const int Rounds = 3;
    private const int WarmUp = 120_000;
    private const int Tickets = 60_000;
    private const int LatencyRate = 200;
    private const int LatencyTickets = 3_000;
    private static readonly int[] AgentCounts = [100, 1_000];

    public static async Task RunAsync(TextWriter output, string binaries, string configuration)
    {
        await using var servers = await ServersUnderTest.StartAsync(binaries, configuration);
        await BenchSetup.RunAsync(servers.RouterAddress, servers.Token, AgentCounts.Max());
        var unary = await MeasureAllAsync(output, servers, streamed: false);
        var stream = await MeasureAllAsync(output, servers, streamed: true);
        var latency = await LoadAsync(servers, new LoadPlan(
            servers.RouterAddress, servers.Token, AgentCounts[0], Streamed: false, LatencyRate * 5, LatencyTickets, LatencyRate));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"unary_tickets_per_s\":{unary.Router.TicketsPerSecond:F0},\"stream_tickets_per_s\":{stream.Router.TicketsPerSecond:F0},"
            + $"\"echo_limit_unary_per_s\":{unary.Echo.TicketsPerSecond:F0},\"echo_limit_stream_per_s\":{stream.Echo.TicketsPerSecond:F0},"
            + $"\"ratio_unary\":{unary.Ratio:F2},\"ratio_stream\":{stream.Ratio:F2},"
            + $"\"offer_p50_ms\":{latency.OfferP50Ms:F2},\"offer_p99_ms\":{latency.OfferP99Ms:F2},"
            + $"\"cpu_us_server\":{unary.Cpu.Server:F0},\"cpu_us_client\":{unary.Cpu.Client:F0},\"cpu_us_redis\":{unary.Cpu.Redis:F0}}}"));
    }

    /// <summary>Every number of agents, several rounds each; the median round of the number that fared worst.</summary>
    private static async Task<Measurement> MeasureAllAsync(TextWriter output, ServersUnderTest servers, bool streamed)
    {
        var medians = new List<Measurement>();
        foreach (var agents in AgentCounts)
        {
            var rounds = new List<Measurement>();
            for (var round = 0; round < Rounds; round++)
            {
                rounds.Add(await MeasureAsync(servers, agents, streamed));
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(streamed ? "stream" : "unary"),-6} {agents,5} agents: {rounds[^1].Router.TicketsPerSecond,7:F0} tickets/s, "
                    + $"echo {rounds[^1].Echo.TicketsPerSecond,7:F0}, ratio {rounds[^1].Ratio:F2}, bytes a ticket {rounds[^1].Router.BytesPerTicket} and {rounds[^1].Echo.BytesPerTicket}"));
            }

            medians.Add(rounds.OrderBy(r => r.Ratio).ElementAt(Rounds / 2));
        }

        return medians.MinBy(m => m.Ratio)!;
    }

    private static async Task<Measurement> MeasureAsync(ServersUnderTest servers, int agents, bool streamed)
    {
        var (serverBefore, redisBefore) = (servers.Router.CpuSeconds(), servers.Redis.CpuSeconds());
        var router = await LoadAsync(servers, new LoadPlan(servers.RouterAddress, servers.Token, agents, streamed, WarmUp, Tickets, PerSecond: 0));
        var perTicket = 1e6 / (WarmUp + Tickets);
        var cpu = new CpuMicroseconds(
            (servers.Router.CpuSeconds() - serverBefore) * perTicket,
            router.CpuSeconds * 1e6 / Tickets,
            (servers.Redis.CpuSeconds() - redisBefore) * perTicket);
        var echo = await LoadAsync(servers, new LoadPlan(servers.EchoAddress, servers.Token, agents, streamed, WarmUp, Tickets, PerSecond: 0));
        return new Measurement(router, echo, cpu);
    }

    private static async Task<LoadResult> LoadAsync(ServersUnderTest servers, LoadPlan plan)
    {
        var planFile = Path.Combine(servers.Folder, "plan.json");
        await File.WriteAllTextAsync(planFile, JsonSerializer.Serialize(plan));
        await using var client = ChildProcess.Start("dotnet", [Environment.GetCommandLineArgs()[0], "load", planFile]);
        return JsonSerializer.Deserialize<LoadResult>(await client.LastLineAsync())!;
    }
}
