using Router.Server.Tests.Infrastructure;

namespace Router.Server.Tests.Edge;

/// <summary>One server for many tests, which each have a queue, a source and agents of their own.</summary>
public sealed class EdgeServer : IAsyncLifetime
{
    private RouterServer? _server;

    /// <summary>The server.</summary>
    public RouterServer Server => _server!;

    /// <summary>A caller who may do everything.</summary>
    public TestCaller Admin { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _server = await RouterServer.StartAsync();
        Admin = TestCaller.As(_server, "admin", "root");
        await Admin.Supervisors.PutWorkspacePolicyAsync(new V1.PutWorkspacePolicyRequest { Workspace = await WorkspaceAsync() });
    }

    public async Task DisposeAsync()
    {
        Admin.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>A place of its own for one test: a queue for calls and chats, and emails.</summary>
    /// <param name="change">Changes the queue before it is put.</param>
    public async Task<TestQueue> NewQueueAsync(Action<V1.QueuePolicy>? change = null)
    {
        var name = $"queue-{Guid.NewGuid():N}";
        var queue = new V1.QueuePolicy
        {
            Name = name,
            Channels =
            {
                new V1.QueueChannelPolicy { Channel = "call", WrapUp = new() { Kind = V1.WrapUpKind.None } },
                new V1.QueueChannelPolicy { Channel = "chat", WrapUp = new() { Kind = V1.WrapUpKind.None } },
                new V1.QueueChannelPolicy { Channel = "email" },
            },
        };
        change?.Invoke(queue);
        await Admin.Supervisors.PutQueueAsync(new V1.PutQueueRequest { Queue = queue });
        return new TestQueue(this, name);
    }

    private async Task<V1.WorkspacePolicy> WorkspaceAsync()
    {
        var workspace = (await Admin.Supervisors.GetWorkspacePolicyAsync(new V1.GetWorkspacePolicyRequest())).Workspace;
        workspace.Skills.Add(new V1.SkillDefinition { Name = "billing", Label = "Bills" });
        workspace.Segments.Add("gold");
        return workspace;
    }
}
