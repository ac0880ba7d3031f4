using Grpc.Core;
using Grpc.Net.Client;
using Router.V1;

namespace Router.Bench.EndToEnd;

/// <summary>Puts the bench's skills, queue and agents into a server.</summary>
internal static class BenchSetup
{
    private const int AtOnce = 64;

    public static async Task RunAsync(string address, string token, int agents)
    {
        using var channel = GrpcChannel.ForAddress(address);
        var supervisors = new SupervisorService.SupervisorServiceClient(channel);
        var headers = new Metadata { { "authorization", $"Bearer {token}" } };
        var policy = (await supervisors.GetWorkspacePolicyAsync(new(), headers)).Workspace;
        policy.Skills.Clear();
        policy.Skills.Add(Enumerable.Range(0, BenchTickets.Lanes).Select(l => new SkillDefinition { Name = BenchTickets.Skill(l) }));
        await supervisors.PutWorkspacePolicyAsync(new() { RequestId = "bench-workspace", Workspace = policy }, headers);
        await supervisors.PutQueueAsync(new() { RequestId = "bench-queue", Queue = BenchTickets.QueuePolicy() }, headers);
        foreach (var some in Enumerable.Range(0, agents).Chunk(AtOnce))
        {
            await Task.WhenAll(some.Select(a => supervisors.PutAgentAsync(
                new() { RequestId = $"bench-{BenchTickets.AgentId(a)}", Profile = BenchTickets.Profile(a) }, headers).ResponseAsync));
        }
    }
}
