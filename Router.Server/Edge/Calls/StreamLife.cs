using Router.Engine;
using Router.Server.Edge.Refusals;

namespace Router.Server.Edge.Calls;

/// <summary>How long a stream may go on: until its caller goes, his token's time is over, or what it tells is no longer of one piece.</summary>
internal sealed class StreamLife : IDisposable
{
    private readonly CancellationToken _gone;
    private readonly Epoch _epoch;
    private readonly CancellationTokenSource? _expiry;
    private readonly CancellationTokenSource _over;

    /// <summary>The life of a stream that begins now.</summary>
    /// <param name="call">The call.</param>
    /// <param name="real">Real time.</param>
    public StreamLife(in Call call, TimeProvider real)
    {
        _gone = call.Gone;
        _epoch = call.Edge.Epoch;
        var left = call.Caller.ExpiresAt - real.GetUtcNow();
        if (left.TotalMilliseconds < int.MaxValue)
        {
            _expiry = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, real);
        }

        _over = CancellationTokenSource.CreateLinkedTokenSource(_gone, _epoch.Over, _expiry?.Token ?? CancellationToken.None);
    }

    /// <summary>Fires when the stream has to end.</summary>
    public CancellationToken Over => _over.Token;

    /// <summary>How the call ends once <see cref="Over"/> has fired.</summary>
    public Exception End()
    {
        if (_gone.IsCancellationRequested)
        {
            return new OperationCanceledException(_gone);
        }

        return _expiry?.IsCancellationRequested == true
            ? Refused.For(Reason.NotAuthenticated, "The token's time is over: connect again with a new one.").ToException()
            : _epoch.Refused.ToException();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _over.Dispose();
        _expiry?.Dispose();
    }
}
