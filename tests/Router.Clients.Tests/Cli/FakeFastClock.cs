using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Router.V1;

namespace Router.Clients.Tests.Cli;

/// <summary>Tells a clock that runs a thousand times faster than real time.</summary>
internal sealed class FakeFastClock : SupervisorService.SupervisorServiceBase
{
    private const double Speed = 1_000;

    private static readonly long Started = TimeProvider.System.GetTimestamp();

    public override Task<GetLiveResponse> GetLive(GetLiveRequest request, ServerCallContext context)
    {
        var now = DemoLog.At("10:00:00") + (TimeProvider.System.GetElapsedTime(Started) * Speed);
        return Task.FromResult(new GetLiveResponse { ServerTime = now.ToTimestamp(), ClockSpeed = Speed });
    }
}
