using System.Collections.Concurrent;
using System.Collections.Immutable;
using Router.Engine.Commands;
using Router.Server.Clock;
using Router.Server.Workspaces;

namespace Router.Server.Edge.Agents;

/// <summary>
/// The agents' streams of a workspace: tells each what concerns it, ends those that are silent, and tells the engine when a session has no
/// stream any more.
/// </summary>
internal sealed partial class AgentStreams : IDisposable
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(1);

    private readonly Workspace _workspace;
    private readonly ServerClock _clock;
    private readonly ILogger _logger;
    private readonly BatchTeller _teller;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, ImmutableArray<AgentStream>> _byAgent = new(StringComparer.Ordinal);

    /// <summary>No stream yet.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="clock">The server's time.</param>
    /// <param name="logger">For what goes wrong.</param>
    public AgentStreams(Workspace workspace, ServerClock clock, ILogger<AgentStreams> logger)
    {
        _workspace = workspace;
        _clock = clock;
        _logger = logger;
        _teller = new BatchTeller(this);
        _timer = clock.Real.CreateTimer(_ => Sweep(), null, SweepEvery, SweepEvery);
    }

    /// <summary>The streams of an agent, those included that are about to sign in.</summary>
    /// <param name="agentId">The agent; empty for those that nobody has signed in on.</param>
    public ImmutableArray<AgentStream> Of(string agentId) => _byAgent.GetValueOrDefault(agentId, []);

    /// <summary>All streams.</summary>
    public IEnumerable<AgentStream> All
    {
        get
        {
            foreach (var (_, streams) in _byAgent)
            {
                foreach (var stream in streams)
                {
                    yield return stream;
                }
            }
        }
    }

    /// <summary>Adds a stream that was just opened.</summary>
    /// <param name="stream">The stream, nobody's yet.</param>
    public void Add(AgentStream stream)
    {
        lock (_lock)
        {
            Put(stream);
        }
    }

    /// <summary>Makes a stream an agent's. To be called before the sign-in is asked for, so that it misses nothing.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="agentId">The agent.</param>
    /// <param name="sessionId">The session that it is to have.</param>
    /// <returns>False when it has ended meanwhile: nothing may be asked in its name.</returns>
    public bool Name(AgentStream stream, string agentId, string sessionId)
    {
        lock (_lock)
        {
            if (!Take(stream))
            {
                return false;
            }

            stream.AgentId = agentId;
            stream.SessionId = sessionId;
            Put(stream);
            return true;
        }
    }

    /// <summary>
    /// A sign-in is over, however it went. Where its stream ended before, the session may have begun after that was told, even under the
    /// next owner of the workspace, and nobody else would ever say that it has no stream.
    /// </summary>
    /// <param name="stream">The stream.</param>
    public void SignInOver(AgentStream stream)
    {
        lock (_lock)
        {
            if (stream.End is not null)
            {
                Lose(stream);
            }
        }
    }

    /// <summary>A stream is nobody's again, because its sign-in was not done.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="sessionLives">Whether the session may be there all the same.</param>
    public void Release(AgentStream stream, bool sessionLives)
    {
        lock (_lock)
        {
            if (Remove(stream, sessionLives))
            {
                stream.Unname();
                Put(stream);
            }
        }
    }

    /// <summary>A stream is signed in: older ones of its agent end.</summary>
    /// <param name="stream">The stream, seated.</param>
    /// <param name="sessionId">The agent's session according to the state with which it was seated.</param>
    public void Seated(AgentStream stream, string sessionId)
    {
        lock (_lock)
        {
            if (sessionId != stream.SessionId)
            {
                End(stream, StreamEnd.TakenOver);
            }

            foreach (var other in Of(stream.AgentId))
            {
                if (other != stream && other.SeatedAt >= 0 && stream.End is null)
                {
                    // Where nothing has happened between the two, the one that comes here later is the newer.
                    var older = other.SeatedAt <= stream.SeatedAt ? other : stream;
                    End(older, other.SessionId == stream.SessionId ? StreamEnd.Replaced : StreamEnd.TakenOver);
                }
            }
        }
    }

    /// <summary>Ends a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="end">How.</param>
    /// <param name="silence">For how long the client has not been heard, real time.</param>
    public void End(AgentStream stream, StreamEnd end, TimeSpan silence = default)
    {
        if (stream.EndBy(end))
        {
            lock (_lock)
            {
                Remove(stream, end.SessionLives, silence);
            }
        }
    }

    /// <summary>Tells what a batch has changed.</summary>
    /// <param name="batch">The batch.</param>
    public void OnCommitted(CommittedBatch batch)
    {
        if (!_byAgent.IsEmpty)
        {
            _teller.Tell(batch);
        }
    }

    /// <summary>Ends all streams, because what they were told may no longer hold.</summary>
    /// <param name="reason">Why.</param>
    public void OnStopped(StopReason reason)
    {
        AgentStream[] all;
        lock (_lock)
        {
            // One that is being named stands nowhere for a moment.
            all = [.. All];
        }

        foreach (var stream in all)
        {
            End(stream, reason == StopReason.ShuttingDown ? StreamEnd.ShuttingDown : StreamEnd.OutcomeUnknown);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private bool Remove(AgentStream stream, bool sessionLives, TimeSpan silence = default)
    {
        if (!Take(stream))
        {
            return false;
        }

        if (sessionLives)
        {
            Lose(stream, silence);
        }

        return true;
    }

    // A newer stream of the same session, even one that is about to resume it, answers for it from now on. Asked for under the lock, so
    // that a resumption that comes after cannot overtake it.
    private void Lose(AgentStream stream, TimeSpan silence = default)
    {
        if (stream.SessionId.Length > 0 && !Of(stream.AgentId).Any(s => s.SessionId == stream.SessionId))
        {
            var since = _clock.NowMs - (long)(silence.TotalMilliseconds * _clock.Speed);
            _ = LoseAsync(new LoseSession(stream.AgentId, stream.SessionId, since));
        }
    }

    private void Put(AgentStream stream) => _byAgent[stream.AgentId] = Of(stream.AgentId).Add(stream);

    private bool Take(AgentStream stream)
    {
        var streams = Of(stream.AgentId);
        var left = streams.Remove(stream);
        if (left == streams)
        {
            return false;
        }

        if (left.IsEmpty)
        {
            _byAgent.TryRemove(stream.AgentId, out _);
        }
        else
        {
            _byAgent[stream.AgentId] = left;
        }

        return true;
    }

    private void Sweep()
    {
        var now = _clock.Real.GetUtcNow();
        foreach (var stream in All)
        {
            var silence = _clock.Real.GetElapsedTime(stream.HeardAt);
            if (silence > Heartbeats.MostSilence)
            {
                End(stream, StreamEnd.Silent, silence);
            }
            else if (stream.Caller.ExpiresAt <= now)
            {
                End(stream, StreamEnd.TokenExpired);
            }
        }
    }

    private async Task LoseAsync(LoseSession command)
    {
        try
        {
            // Refused where the session is gone or another one took its place, and then there is nothing to lose.
            await _workspace.ExecuteAsync(command);
        }
        catch (WorkspaceUnavailableException)
        {
            // Whoever loads the workspace next counts every session as lost.
        }
        catch (Exception error)
        {
            LogNotLost(error, command.AgentId);
        }
    }

    [LoggerMessage(302, LogLevel.Error, "The loss of the session of agent {AgentId} could not be told.")]
    private partial void LogNotLost(Exception error, string agentId);
}
