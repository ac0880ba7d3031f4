using System.Net.Http.Headers;
using Grpc.Net.Client;
using Router.Server.Tests.Infrastructure;

namespace Router.Server.Tests.Edge;

/// <summary>Calls a server with a token, over a connection of its own.</summary>
public sealed class TestCaller : IDisposable
{
    private readonly GrpcChannel _channel;

    /// <summary>A caller.</summary>
    /// <param name="address">Where gRPC is served.</param>
    /// <param name="token">His token; null for none.</param>
    /// <param name="workspace">The workspace that he names in the metadata; null for none.</param>
    public TestCaller(Uri address, string? token, string? workspace = null)
    {
        _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            HttpHandler = new Headers(token, workspace) { InnerHandler = new SocketsHttpHandler() },
            DisposeHttpClient = true,
            MaxReceiveMessageSize = null,
        });
        Invoker = _channel.CreateCallInvoker();
        Tickets = new(Invoker);
        Agents = new(Invoker);
        Supervisors = new(Invoker);
        Events = new(Invoker);
    }

    /// <summary>For calls of any method.</summary>
    public Grpc.Core.CallInvoker Invoker { get; }

    /// <summary>For adapters.</summary>
    public V1.TicketService.TicketServiceClient Tickets { get; }

    /// <summary>For agents.</summary>
    public V1.AgentService.AgentServiceClient Agents { get; }

    /// <summary>For supervisors and administration.</summary>
    public V1.SupervisorService.SupervisorServiceClient Supervisors { get; }

    /// <summary>For integrations.</summary>
    public V1.EventService.EventServiceClient Events { get; }

    /// <summary>A caller with a token of a role.</summary>
    /// <param name="server">The server.</param>
    /// <param name="role">The role.</param>
    /// <param name="subject">Who he is.</param>
    /// <param name="claims">Further claims.</param>
    public static TestCaller As(RouterServer server, string role, string subject = "somebody", Dictionary<string, object>? claims = null) =>
        new(server.GrpcAddress, TestKey.Token(role, subject, claims));

    public void Dispose() => _channel.Dispose();

    private sealed class Headers(string? token, string? workspace) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (token is not null)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            }

            if (workspace is not null)
            {
                request.Headers.Add("router-workspace", workspace);
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
