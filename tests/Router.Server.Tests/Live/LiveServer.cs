using Router.Server.Tests.Edge;
using Router.Server.Tests.Infrastructure;

namespace Router.Server.Tests.Live;

/// <summary>One server for the tests of the hub, with a caller who may do everything.</summary>
public sealed class LiveServer : IAsyncLifetime
{
    /// <summary>The server.</summary>
    public RouterServer Server { get; private set; } = null!;

    /// <summary>He.</summary>
    public TestCaller Admin { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await RouterServer.StartAsync();
        Admin = TestCaller.As(Server, "admin");
    }

    public async Task DisposeAsync()
    {
        Admin.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>A workspace of its own for one test, with a queue <c>service</c> for calls.</summary>
    /// <returns>An admin in it, and the claim of others in it.</returns>
    public async Task<(TestCaller Admin, Dictionary<string, object> Claims)> NewWorkspaceAsync()
    {
        var id = $"live-{Guid.NewGuid():N}";
        await Admin.Supervisors.CreateWorkspaceAsync(new V1.CreateWorkspaceRequest { Workspace = id, DisplayName = "Live test" });
        var claims = new Dictionary<string, object> { ["workspace"] = id };
        var admin = TestCaller.As(Server, "admin", claims: claims);
        await admin.Supervisors.PutQueueAsync(new V1.PutQueueRequest
        {
            Queue = new V1.QueuePolicy { Name = "service", Channels = { new V1.QueueChannelPolicy { Channel = "call" } } },
        });
        return (admin, claims);
    }
}
