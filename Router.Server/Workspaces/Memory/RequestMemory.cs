using Router.Engine;
using Router.Server.Store.Commits;

namespace Router.Server.Workspaces.Memory;

/// <summary>Answers to requests that may be repeated, for ten minutes at least. Holds what is saved and what is about to be.</summary>
internal sealed class RequestMemory
{
    /// <summary>How long an answer is kept, ms: half of what the two generations hold.</summary>
    private const long KeptMs = 600_000;

    private Dictionary<(string Caller, string RequestId), KeptRequest> _young = [];
    private Dictionary<(string Caller, string RequestId), KeptRequest> _old = [];
    private long _youngSince;

    /// <summary>Goes on with what was saved.</summary>
    /// <param name="kept">Answers of the last ten minutes, in any order.</param>
    /// <param name="realNow">Real time, ms since 1970.</param>
    public RequestMemory(IEnumerable<KeptRequest> kept, long realNow)
    {
        _youngSince = realNow;
        foreach (var request in kept)
        {
            _young[(request.Caller, request.RequestId)] = request;
        }
    }

    /// <summary>What a request is answered with when it was made before, or its id was used for another; null when it is new.</summary>
    public Outcome? Find(RequestKey key)
    {
        var id = (key.Caller, key.RequestId);
        if (!_young.TryGetValue(id, out var request) && !_old.TryGetValue(id, out request))
        {
            return null;
        }

        return request.ContentHash == key.ContentHash
            ? request.Outcome
            : Outcome.Refused(
                Reason.RequestIdReused,
                "This request_id was used for another request within the last 10 minutes: take a new one.",
                ("field", "request_id"));
    }

    /// <summary>Remembers an answer.</summary>
    /// <returns>What is to be saved of it.</returns>
    public KeptRequest Remember(RequestKey key, Outcome answer, long realNow)
    {
        if (realNow - _youngSince > KeptMs)
        {
            _old = _young;
            _young = [];
            _youngSince = realNow;
        }

        var request = new KeptRequest(key.Caller, key.RequestId, key.ContentHash, answer, realNow);
        _young[(key.Caller, key.RequestId)] = request;
        return request;
    }
}
