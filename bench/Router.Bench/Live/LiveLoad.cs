using System.Globalization;
using Grpc.Core;
using Grpc.Net.Client;
using Router.Bench.EndToEnd;
using Router.V1;

namespace Router.Bench.Live;

/// <summary>A large workspace: many queues, each agent in a few of them.</summary>
internal static class LiveLoad
{
    public const int Queues = 2_000;
    public const int Agents = 10_000;
    private const int AtOnce = 64;
    private const int QueuesPerAgent = 5;
    private const int Stride = 400;

    /// <summary>The queues of an agent; the first thousand agents have all queues between them.</summary>
    private static IEnumerable<string> QueuesOf(int agent) =>
        [Queue(2 * agent), .. Enumerable.Range(0, QueuesPerAgent - 1).Select(i => Queue((2 * agent) + 1 + (i * Stride)))];

    public static string Queue(long number) => $"queue-{(number % Queues).ToString(CultureInfo.InvariantCulture)}";

    public static async Task PutAsync(string address, string token)
    {
        using var channel = GrpcChannel.ForAddress(address);
        var supervisors = new SupervisorService.SupervisorServiceClient(channel);
        var headers = new Metadata { { "authorization", $"Bearer {token}" } };
        var policy = await supervisors.GetPolicyAsync(new(), headers);
        for (var queue = 0; queue < Queues; queue++)
        {
            var rules = BenchTickets.QueuePolicy();
            rules.Name = Queue(queue);
            policy.Queues.Add(rules);
        }

        await supervisors.PublishAsync(new() { RequestId = "bench-policy", Policy = policy }, headers);
        foreach (var some in Enumerable.Range(0, Agents).Chunk(AtOnce))
        {
            await Task.WhenAll(some.Select(a => supervisors.PutAgentAsync(
                new() { RequestId = $"bench-{BenchTickets.AgentId(a)}", Profile = Profile(a) }, headers).ResponseAsync));
        }
    }

    private static AgentProfile Profile(int agent) =>
        new() { AgentId = BenchTickets.AgentId(agent), Name = "Grace Hopper", Queues = { QueuesOf(agent) } };
}
