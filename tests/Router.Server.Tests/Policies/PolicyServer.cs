using Google.Protobuf.WellKnownTypes;
using Router.Server.Tests.Edge;
using Router.Server.Tests.Infrastructure;

namespace Router.Server.Tests.Policies;

/// <summary>One server for many tests of policies, which each have a workspace of their own.</summary>
public sealed class PolicyServer : IAsyncLifetime
{
    private RouterServer? _server;

    /// <summary>The server.</summary>
    public RouterServer Server => _server!;

    public async Task InitializeAsync() => _server = await RouterServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();

    /// <summary>An administrator of a new workspace.</summary>
    public async Task<TestCaller> NewWorkspaceAsync()
    {
        var name = $"w-{Guid.NewGuid():N}";
        var admin = new TestCaller(Server.GrpcAddress, TestKey.Token("admin", "ada"), name);
        using var creator = TestCaller.As(Server, "admin", "root");
        await creator.Supervisors.CreateWorkspaceAsync(new() { Workspace = name });
        return admin;
    }

    /// <summary>A policy with queue <c>service</c> for calls and chats.</summary>
    public static V1.Policy Good() => new()
    {
        Workspace = new()
        {
            Channels = { new V1.ChannelPolicy { Name = "call" }, new V1.ChannelPolicy { Name = "chat", Target = Seconds(90) } },
            Skills = { new V1.SkillDefinition { Name = "billing" } },
        },
        Queues = { Queue("service") },
    };

    public static V1.QueuePolicy Queue(string name) =>
        new() { Name = name, Channels = { new V1.QueueChannelPolicy { Channel = "call" }, new V1.QueueChannelPolicy { Channel = "chat" } } };

    public static Duration Seconds(long seconds) => new() { Seconds = seconds };
}
