using System.Threading.Channels;
using Grpc.Core;
using Router.V1;

namespace Router.AgentClient.Connection;

/// <summary>
/// One stream, from opening to its end: writes one at a time, keeps the heartbeat, and notices a server that has gone silent.
/// </summary>
internal sealed class WorkStream : IDisposable
{
    /// <summary>How long the answer to a sign-in may take; the server answers within 5 s even while its store is away.</summary>
    public static readonly TimeSpan SignInTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Heartbeats without any word from the server until it counts as gone: as many as the server allows us.</summary>
    public const int MissedLimit = 3;

    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan DefaultHeartbeat = TimeSpan.FromSeconds(5);

    private readonly Channel<WorkRequest> _outgoing =
        Channel.CreateUnbounded<WorkRequest>(new UnboundedChannelOptions { SingleReader = true, AllowSynchronousContinuations = true });

    private readonly AgentService.AgentServiceClient _client;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _ended;
    private StreamEnd? _end;
    private long _lastHeard;

    public WorkStream(AgentService.AgentServiceClient client, TimeProvider time, CancellationToken stop)
    {
        _client = client;
        _time = time;
        _ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
    }

    /// <summary>Puts a request in line. Does nothing once the stream has ended.</summary>
    public void Send(WorkRequest request) => _outgoing.Writer.TryWrite(request);

    /// <summary>Ends the stream from this side.</summary>
    public void End(StreamEnd end)
    {
        Interlocked.CompareExchange(ref _end, end, null);
        _ended.Cancel();
    }

    /// <summary>Opens the stream and hands on each update until it ends.</summary>
    /// <param name="headers">Token and workspace.</param>
    /// <param name="handle">Called for each update, one at a time, in order.</param>
    /// <returns>How it ended.</returns>
    public async Task<StreamEnd> RunAsync(Metadata headers, Action<WorkUpdate> handle)
    {
        using var call = _client.Work(headers, cancellationToken: _ended.Token);
        var writing = WriteAsync(call.RequestStream);
        var beating = Task.CompletedTask;
        _lastHeard = _time.GetTimestamp();
        using var signInTimer = _time.CreateTimer(
            _ => End(StreamEnd.Broken($"no answer in {SignInTimeout.TotalSeconds:0} s")), null, SignInTimeout, Timeout.InfiniteTimeSpan);
        try
        {
            while (await call.ResponseStream.MoveNext(_ended.Token))
            {
                var update = call.ResponseStream.Current;
                Volatile.Write(ref _lastHeard, _time.GetTimestamp());
                if (update.UpdateCase == WorkUpdate.UpdateOneofCase.SignedIn)
                {
                    signInTimer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                    beating = BeatAsync(update.SignedIn.HeartbeatInterval?.ToTimeSpan() ?? DefaultHeartbeat);
                }

                handle(update);
                if (update.UpdateCase == WorkUpdate.UpdateOneofCase.SessionEnded)
                {
                    return _end ?? StreamEnd.ByServer(update.SessionEnded);
                }
            }

            return _end ?? StreamEnd.Broken("the server closed the stream");
        }
        catch (Exception error) when (error is RpcException or OperationCanceledException or IOException or InvalidOperationException)
        {
            return _end ?? StreamFailure.Read(error);
        }
        finally
        {
            _outgoing.Writer.TryComplete();
            await _ended.CancelAsync();
            await writing;
            await beating;
        }
    }

    public void Dispose() => _ended.Dispose();

    private async Task WriteAsync(IClientStreamWriter<WorkRequest> stream)
    {
        try
        {
            await foreach (var request in _outgoing.Reader.ReadAllAsync(_ended.Token))
            {
                await stream.WriteAsync(request, _ended.Token);
            }
        }
        catch (Exception error) when (error is RpcException or OperationCanceledException or IOException or InvalidOperationException)
        {
            await LetReaderSayAsync(error);
        }
    }

    // The reader sees the same break, and knows better what it was: the server's last words may still be on their way.
    private async Task LetReaderSayAsync(Exception error)
    {
        try
        {
            await Task.Delay(LastWords, _time, _ended.Token);
            End(StreamFailure.Read(error));
        }
        catch (OperationCanceledException)
        {
            // It has.
        }
    }

    private async Task BeatAsync(TimeSpan interval)
    {
        using var timer = new PeriodicTimer(interval > TimeSpan.Zero ? interval : DefaultHeartbeat, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token))
            {
                if (_time.GetElapsedTime(Volatile.Read(ref _lastHeard)) >= timer.Period * MissedLimit)
                {
                    End(StreamEnd.Broken("the server has gone silent"));
                    return;
                }

                Send(new WorkRequest { Heartbeat = new Heartbeat { Tag = _time.GetTimestamp() } });
            }
        }
        catch (OperationCanceledException)
        {
            // The stream has ended.
        }
    }
}
