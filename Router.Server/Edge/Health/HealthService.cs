using System.Text.Json;
using Grpc.Core;
using Grpc.Health.V1;
using Router.Policies.Shape;
using Router.Server.Clock;
using Router.Server.Edge.Calls;
using Router.Server.Workspaces;
using Status = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Router.Server.Edge.Health;

/// <summary>Whether the server serves: it does when its default workspace answers. Which workspaces do not, and why, comes beside the answer
/// in the trailers <see cref="NotServedTrailer"/>, each <c>WORKSPACE=CAUSE</c>.</summary>
/// <param name="workspaces">The workspaces.</param>
/// <param name="streams">The streams that are open.</param>
/// <param name="clock">Real time.</param>
internal sealed class HealthService(WorkspaceRegistry workspaces, OpenStreams streams, ServerClock clock) : Grpc.Health.V1.Health.HealthBase
{
    /// <summary>A workspace that is not served and the <see cref="NotServedCause"/>, as <c>default=unreadable</c>.</summary>
    public const string NotServedTrailer = "router-not-served";

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private static readonly string[] Services =
    [
        "",
        V1.TicketService.Descriptor.FullName,
        V1.AgentService.Descriptor.FullName,
        V1.SupervisorService.Descriptor.FullName,
        V1.EventService.Descriptor.FullName,
    ];

    /// <inheritdoc/>
    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        TellNotServed(context);
        var status = StatusOf(request.Service);
        return status == Status.ServiceUnknown
            ? throw new RpcException(new Grpc.Core.Status(
                StatusCode.NotFound, $"There is no service {Shown.Text(request.Service)}."))
            : Task.FromResult(new HealthCheckResponse { Status = status });
    }

    /// <inheritdoc/>
    public override Task<HealthListResponse> List(HealthListRequest request, ServerCallContext context)
    {
        TellNotServed(context);
        var answer = new HealthListResponse();
        foreach (var service in Services)
        {
            answer.Statuses[service] = new HealthCheckResponse { Status = StatusOf(service) };
        }

        return Task.FromResult(answer);
    }

    /// <inheritdoc/>
    public override async Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        streams.Count(context.GetHttpContext().Response);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, streams.Stopping);
        using var timer = new PeriodicTimer(LookEvery, clock.Real);
        var told = Status.Unknown;
        try
        {
            do
            {
                var status = StatusOf(request.Service);
                if (status != told)
                {
                    told = status;
                    await responseStream.WriteAsync(new HealthCheckResponse { Status = status }, context.CancellationToken);
                }
            }
            while (await timer.WaitForNextTickAsync(over.Token));
        }
        catch (OperationCanceledException) when (streams.Stopping.IsCancellationRequested)
        {
            await responseStream.WriteAsync(new HealthCheckResponse { Status = Status.NotServing }, context.CancellationToken);
        }
    }

    private void TellNotServed(ServerCallContext context)
    {
        foreach (var workspace in workspaces.All)
        {
            if (workspace.NotServed is { } why)
            {
                context.ResponseTrailers.Add(NotServedTrailer, $"{workspace.Id}={JsonNamingPolicy.SnakeCaseLower.ConvertName(why.Cause.ToString())}");
            }
        }
    }

    private Status StatusOf(string service) => !Services.Contains(service) ? Status.ServiceUnknown
        : streams.Stopping.IsCancellationRequested ? Status.NotServing
        : workspaces.Find(WorkspaceId.Default)?.IsServing == true ? Status.Serving
        : Status.NotServing;
}
