using System.Collections.Concurrent;
using System.Net;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Router.V1;

namespace Router.Clients.Tests.Cli;

/// <summary>A server on a real socket that answers submits as it is told, and remembers what it was sent.</summary>
internal sealed class FakeTicketServer : TicketService.TicketServiceBase, IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeTicketServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(this);
        _app = builder.Build();
        _app.MapGrpcService<FakeTicketServer>();
        _app.MapGrpcService<FakeSupervision>();
    }

    public string Address => _app.Urls.Single();

    public SubmitRequest? Submitted { get; private set; }

    public AppendRequest? Appended { get; private set; }

    public RescheduleTicketRequest? Rescheduled { get; private set; }

    public RequestCallBackRequest? CalledBack { get; private set; }

    public List<EndTicketRequest> Ended { get; } = [];

    /// <summary>The tickets that <c>Get</c> knows.</summary>
    public ConcurrentDictionary<string, Ticket> Tickets { get; } = new();

    public JsonWebToken? Token { get; private set; }

    public SubmitResponse Answer { get; set; } = new() { TicketId = "T1", Created = true, State = TicketState.Offered, CapabilityToken = "secret" };

    public static async Task<FakeTicketServer> StartAsync()
    {
        var server = new FakeTicketServer();
        await server._app.StartAsync();
        return server;
    }

    public override Task<SubmitResponse> Submit(SubmitRequest request, ServerCallContext context)
    {
        Remember(context);
        Submitted = request;
        return Task.FromResult(Answer);
    }

    public override Task<AppendResponse> Append(AppendRequest request, ServerCallContext context)
    {
        Remember(context);
        Appended = request;
        return Task.FromResult(new AppendResponse { Number = 4 });
    }

    public override Task<Ticket> Get(GetTicketRequest request, ServerCallContext context)
    {
        if (Tickets.TryGetValue(request.TicketId, out var ticket))
        {
            return Task.FromResult(ticket);
        }

        var info = new ErrorInfo { Domain = "router.v1", Reason = "UNKNOWN_TICKET", Metadata = { ["field"] = "ticket_id" } };
        var details = new Google.Rpc.Status { Code = (int)StatusCode.NotFound, Details = { Any.Pack(info) } };
        throw new RpcException(
            new Grpc.Core.Status(StatusCode.NotFound, $"There is no ticket {request.TicketId}."),
            new Metadata { { "grpc-status-details-bin", details.ToByteArray() } });
    }

    public override Task<EndTicketResponse> End(EndTicketRequest request, ServerCallContext context)
    {
        Ended.Add(request);
        return Task.FromResult(new EndTicketResponse { State = TicketState.Abandoned });
    }

    public override Task<RescheduleTicketResponse> Reschedule(RescheduleTicketRequest request, ServerCallContext context)
    {
        Rescheduled = request;
        return Task.FromResult(new RescheduleTicketResponse { State = TicketState.Scheduled });
    }

    public override Task<RequestCallBackResponse> RequestCallBack(RequestCallBackRequest request, ServerCallContext context)
    {
        CalledBack = request;
        return Task.FromResult(new RequestCallBackResponse { State = TicketState.Queued, Waiting = new WaitingTime { Position = 3 } });
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Remember(ServerCallContext context) =>
        Token = context.RequestHeaders.GetValue("authorization")?.Split(' ')[1] is { } text ? new JsonWebToken(text) : null;
}
