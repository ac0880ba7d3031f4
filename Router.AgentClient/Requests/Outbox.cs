using Router.AgentClient.Connection;
using Router.V1;

namespace Router.AgentClient.Requests;

/// <summary>Carries requests to whichever stream is there, again and again, until each has its one answer. Safe for use by many threads.</summary>
internal sealed class Outbox(TimeProvider time)
{
    /// <summary>Wait before a passing refusal is tried again, where the server names none.</summary>
    public static readonly TimeSpan DefaultRetry = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly UnansweredRequests _unanswered = new();
    private WorkStream? _stream;
    private Answer? _closed;
    private bool _abandoned;
    private SignOut? _leaving;

    /// <summary>The agent signed out or is about to; a break must not sign him in for new work.</summary>
    public bool IsLeaving
    {
        get
        {
            lock (_lock)
            {
                return _leaving is not null;
            }
        }
    }

    public Task<Answer> Send(WorkRequest request)
    {
        var unanswered = new UnansweredRequest(request, time.GetTimestamp());
        WorkStream? stream;
        lock (_lock)
        {
            if (_closed is not null)
            {
                return Task.FromResult(_closed);
            }

            if (_abandoned)
            {
                unanswered.Abandon();
                return unanswered.Answered;
            }

            _unanswered.Add(unanswered);
            _leaving = request.SignOut ?? _leaving;
            stream = _stream;
        }

        stream?.Send(request);
        return unanswered.Answered;
    }

    /// <summary>Sends what has no answer and may get lost.</summary>
    public void SendUnanswered(WorkRequest request) => Volatile.Read(ref _stream)?.Send(request);

    /// <summary>A stream is signed in: all that waits goes there, in the order it was made.</summary>
    public void Connected(WorkStream stream)
    {
        IReadOnlyList<UnansweredRequest> tooOld;
        lock (_lock)
        {
            tooOld = _unanswered.TakeTooOld(time);
            foreach (var request in _unanswered.All())
            {
                stream.Send(request.Request);
            }

            _stream = stream;
        }

        foreach (var request in tooOld)
        {
            GiveUp(request);
        }
    }

    public void Disconnected()
    {
        lock (_lock)
        {
            _stream = null;
        }
    }

    /// <summary>The request that this answers, if it still waits.</summary>
    public UnansweredRequest? Answered(string requestId)
    {
        lock (_lock)
        {
            return _unanswered.Remove(requestId, out var request) ? request : null;
        }
    }

    /// <summary>The request that this answers; null if it is unknown, or the refusal passes and the request is sent again later.</summary>
    public UnansweredRequest? Refused(Refused refused, WorkStream stream)
    {
        if (Transience.Is(refused.Refusal.Reason))
        {
            lock (_lock)
            {
                if (_unanswered.TryGet(refused.RequestId, out var passing))
                {
                    passing.Passing = refused.Refusal;
                    _ = AgainAsync(passing, refused.Refusal.RetryAfter?.ToTimeSpan() ?? DefaultRetry, stream);
                }
            }

            return null;
        }

        var request = Answered(refused.RequestId);
        if (request?.Request.SignOut is not null)
        {
            lock (_lock)
            {
                _leaving = null;
            }
        }

        return request;
    }

    /// <summary>Signs out of a session that began only because the one signed out had ended unseen.</summary>
    public void SignOutAnew(RequestIds ids)
    {
        lock (_lock)
        {
            var request = new WorkRequest { RequestId = ids.Next(), SignOut = _leaving };
            var waiting = _unanswered.Find(WorkRequest.RequestOneofCase.SignOut);
            if (waiting is not null)
            {
                _unanswered.Remove(waiting.Request.RequestId, out _);
            }

            var now = time.GetTimestamp();
            _unanswered.Add(waiting?.InsteadBy(request, now) ?? new UnansweredRequest(request, now));
        }
    }

    /// <summary>The session is over: all that waits, and all that comes, is answered so.</summary>
    public void CloseWith(Answer answer)
    {
        IReadOnlyList<UnansweredRequest> left;
        lock (_lock)
        {
            _closed = answer;
            left = _unanswered.TakeAll();
        }

        foreach (var request in left)
        {
            request.Complete(answer);
        }
    }

    /// <summary>No stream will come any more: what still waits has no answer.</summary>
    public void Abandon()
    {
        IReadOnlyList<UnansweredRequest> left;
        lock (_lock)
        {
            _abandoned = true;
            left = _unanswered.TakeAll();
        }

        foreach (var request in left)
        {
            request.Abandon();
        }
    }

    private async Task AgainAsync(UnansweredRequest request, TimeSpan wait, WorkStream stream)
    {
        await Task.Delay(wait, time);
        lock (_lock)
        {
            // After a break the next stream has been given it already.
            if (_stream != stream || !_unanswered.TryGet(request.Request.RequestId, out _))
            {
                return;
            }

            if (time.GetElapsedTime(request.MadeAt) < UnansweredRequests.Retention)
            {
                stream.Send(request.Request);
                return;
            }

            _unanswered.Remove(request.Request.RequestId, out _);
        }

        GiveUp(request);
    }

    private static void GiveUp(UnansweredRequest request) => request.Complete(
        request.Passing is { } passing
            ? Answer.Of(passing)
            : Answer.Unknown($"No answer in {UnansweredRequests.Retention.TotalMinutes:0} minutes: it may have been done."));
}
