using Grpc.Core;
using Router.AgentClient.Connection;
using Router.V1;

namespace Router.Cli.Connection;

/// <summary>The server's clock, asked for again and again. Safe for use by many threads.</summary>
internal sealed class ServerClock : IAsyncDisposable
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    private readonly SupervisorService.SupervisorServiceClient _server;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _following;
    private ServerTime _clock;

    private ServerClock(SupervisorService.SupervisorServiceClient server, TimeProvider time, ServerTime clock)
    {
        _server = server;
        _time = time;
        _clock = clock;
        _following = FollowAsync();
    }

    /// <summary>The server's time.</summary>
    public DateTimeOffset Now => Volatile.Read(ref _clock).Now;

    /// <summary>Seconds of the server's time in one real second.</summary>
    public double Speed => Volatile.Read(ref _clock).Speed;

    /// <summary>Reads the server's clock and goes on following it.</summary>
    /// <param name="server">In role supervisor.</param>
    /// <param name="time">Real time.</param>
    /// <param name="cancel">Ends the asking.</param>
    public static async Task<ServerClock> FollowAsync(
        SupervisorService.SupervisorServiceClient server, TimeProvider time, CancellationToken cancel)
    {
        // The first call also connects, which takes too long to set a clock by.
        await AskAsync(server, cancel);
        var asked = time.GetTimestamp();
        var answer = await AskAsync(server, cancel);
        return new ServerClock(server, time, ServerTime.FirstSeen(time, answer.ServerTime.ToDateTimeOffset(), asked, answer.ClockSpeed));
    }

    /// <summary>Waits until a moment of the server's clock.</summary>
    /// <param name="serverTime">The moment.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task UntilAsync(DateTimeOffset serverTime, CancellationToken cancel)
    {
        while (Volatile.Read(ref _clock).Until(serverTime) is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left < LongestDelay ? left : LongestDelay, _time, cancel);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _following;
        _stop.Dispose();
    }

    private static async Task<GetLiveResponse> AskAsync(SupervisorService.SupervisorServiceClient server, CancellationToken cancel) =>
        await server.GetLiveAsync(new GetLiveRequest { WithoutAgents = true }, cancellationToken: cancel);

    private async Task FollowAsync()
    {
        using var timer = new PeriodicTimer(AskAgain, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                var asked = _time.GetTimestamp();
                var answer = await AskAsync(_server, _stop.Token);
                Volatile.Write(ref _clock, _clock.SeenAgain(answer.ServerTime.ToDateTimeOffset(), asked));
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (RpcException)
        {
            // The server is away for good or stopping: its clock goes on as last seen, and whoever calls it next says so.
        }
    }
}
