namespace Router.Server.Tests.Edge;

/// <summary>Ids of requests, over real gRPC.</summary>
public sealed class RequestIdTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public async Task An_id_that_came_with_one_method_is_refused_with_another_though_both_requests_have_the_same_bytes()
    {
        using var queue = await server.NewQueueAsync();
        var supervisors = server.Admin.Supervisors;
        await supervisors.PutAgentAsync(new() { Profile = new() { AgentId = queue.Name, Queues = { queue.Name } } });
        var agent = new V1.DeleteAgentRequest { RequestId = queue.Name, AgentId = queue.Name };
        await supervisors.DeleteAgentAsync(agent);

        var told = await Told.ByAsync(supervisors.DeleteQueueAsync(new() { RequestId = queue.Name, Name = queue.Name }));

        Assert.Equal("REQUEST_ID_REUSED", told.Reason);
        Assert.Contains((await supervisors.GetPolicyAsync(new())).Queues, q => q.Name == queue.Name);
        await supervisors.DeleteAgentAsync(agent);
    }
}
