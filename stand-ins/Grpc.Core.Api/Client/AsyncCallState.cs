namespace Grpc.Core;

/// <summary>What the four kinds of running calls have in common.</summary>
internal readonly struct AsyncCallState(
    Func<object, Task<Metadata>> headers,
    Func<object, Status> status,
    Func<object, Metadata> trailers,
    Action<object> dispose,
    object state)
{
    public AsyncCallState(Task<Metadata> headers, Func<Status> status, Func<Metadata> trailers, Action dispose)
        : this(_ => headers, _ => status(), _ => trailers(), _ => dispose(), dispose)
    {
    }

    public Task<Metadata> ResponseHeadersAsync => headers(state);

    public Status GetStatus() => status(state);

    public Metadata GetTrailers() => trailers(state);

    public void Dispose() => dispose(state);
}
