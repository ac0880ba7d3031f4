using System.Diagnostics.CodeAnalysis;
using Router.V1;

namespace Router.AgentClient.Requests;

/// <summary>The requests that wait for their answer, in the order they were made. Not safe for use by several threads.</summary>
internal sealed class UnansweredRequests
{
    /// <summary>Most requests that may wait at once.</summary>
    public const int Limit = 256;

    /// <summary>How long the server keeps a <c>request_id</c>: repeated later, a request might be done twice.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromMinutes(10);

    private readonly OrderedDictionary<string, UnansweredRequest> _requests = new(StringComparer.Ordinal);

    /// <summary>Adds a request.</summary>
    /// <exception cref="InvalidOperationException"><see cref="Limit"/> requests wait.</exception>
    public void Add(UnansweredRequest request)
    {
        if (_requests.Count >= Limit)
        {
            throw new InvalidOperationException($"{Limit} requests of this session wait for an answer: await some before sending more.");
        }

        _requests.Add(request.Request.RequestId, request);
    }

    public bool TryGet(string requestId, [MaybeNullWhen(false)] out UnansweredRequest request) => _requests.TryGetValue(requestId, out request);

    public bool Remove(string requestId, [MaybeNullWhen(false)] out UnansweredRequest request) => _requests.Remove(requestId, out request);

    /// <summary>Takes out those that are too old to be repeated.</summary>
    public IReadOnlyList<UnansweredRequest> TakeTooOld(TimeProvider time) =>
        TakeWhere(request => time.GetElapsedTime(request.MadeAt) >= Retention);

    /// <summary>Takes out all.</summary>
    public IReadOnlyList<UnansweredRequest> TakeAll() => TakeWhere(_ => true);

    /// <summary>All that wait, oldest first.</summary>
    public IReadOnlyList<UnansweredRequest> All() => [.. _requests.Values];

    /// <summary>The first of a kind, if one waits.</summary>
    public UnansweredRequest? Find(WorkRequest.RequestOneofCase kind) =>
        _requests.Values.FirstOrDefault(request => request.Request.RequestCase == kind);

    private List<UnansweredRequest> TakeWhere(Func<UnansweredRequest, bool> which)
    {
        var taken = _requests.Values.Where(which).ToList();
        foreach (var request in taken)
        {
            _requests.Remove(request.Request.RequestId);
        }

        return taken;
    }
}
