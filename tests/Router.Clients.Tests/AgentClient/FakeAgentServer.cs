using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Router.AgentClient;
using Router.AgentClient.Connection;
using Router.Testing;
using Router.V1;

namespace Router.Clients.Tests.AgentClient;

/// <summary>A real gRPC server on Kestrel whose agent streams are played by the test.</summary>
internal sealed class FakeAgentServer : AgentService.AgentServiceBase, IAsyncDisposable
{
    private readonly System.Threading.Channels.Channel<FakeStream> _streams = System.Threading.Channels.Channel.CreateUnbounded<FakeStream>();
    private WebApplication? _app;
    private GrpcChannel? _channel;

    public Uri Address => new(_app!.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public GrpcChannel Channel => _channel ??= AgentChannel.Open(Address);

    public static async Task<FakeAgentServer> StartAsync(int port = 0)
    {
        var server = new FakeAgentServer();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(server);
        server._app = builder.Build();
        server._app.MapGrpcService<FakeAgentServer>();
        await server._app.StartAsync();
        return server;
    }

    public AgentSession Start(AgentSessionOptions? options = null) =>
        AgentSession.Start(Channel, options ?? new AgentSessionOptions { AgentId = "dana" });

    public Task<FakeStream> NextStreamAsync() => Eventually.DoneAsync(ReadStreamAsync(), "the next stream of a client");

    public Task<FakeStream> ReadStreamAsync() => _streams.Reader.ReadAsync().AsTask();

    /// <summary>Whether a client has opened a stream that the test has not taken.</summary>
    public bool HasStream => _streams.Reader.TryPeek(out _);

    public override async Task Work(IAsyncStreamReader<WorkRequest> requestStream, IServerStreamWriter<WorkUpdate> responseStream, ServerCallContext context)
    {
        var stream = new FakeStream(requestStream, responseStream, context);
        _streams.Writer.TryWrite(stream);
        await stream.RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        await _app!.DisposeAsync();
    }
}
