using Router.StandIns.Tests.Grpc.V1;

namespace Router.StandIns.Tests.Grpc;

/// <summary>A test with a server of its own and a plain client to it.</summary>
public abstract class EchoTest : IAsyncLifetime
{
    protected EchoServer Server { get; private set; } = null!;

    protected Echo.EchoClient Client { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        Server = await EchoServer.StartAsync();
        Client = Server.CreateClient();
    }

    public virtual async Task DisposeAsync() => await Server.DisposeAsync();
}
