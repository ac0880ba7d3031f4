namespace Router.Server.Store.Ownership;

/// <summary>
/// One term of owning a workspace. The lease is counted on this process's own clock from before each renewal was sent, so that it ends
/// here before it ends in Redis.
/// </summary>
public sealed class Claim
{
    /// <summary>How long a workspace stays its owner's without a renewal, on Redis' time.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(3);

    /// <summary>How long before the lease's end the owner stops serving.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(500);

    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private long _renewedAt;
    private bool _lapsed;

    internal Claim(long term, string token, TimeProvider time, long sentAt)
    {
        Term = term;
        Token = token;
        _time = time;
        _renewedAt = sentAt;
    }

    /// <summary>The term's number, never used before: at least Redis' time in ms when it was claimed.</summary>
    public long Term { get; }

    /// <summary>Tells this owner from any other of the same term.</summary>
    public string Token { get; }

    /// <summary>Whether the lease has ended here. Once true it stays so: this term's lease is never renewed again.</summary>
    public bool HasLapsed
    {
        get
        {
            lock (_lock)
            {
                return _lapsed |= _time.GetElapsedTime(_renewedAt) >= Lease;
            }
        }
    }

    /// <summary>Whether the owner may serve: the lease runs on for at least <see cref="Margin"/>.</summary>
    public bool MayServe => ServesFor > TimeSpan.Zero;

    /// <summary>How long the owner may go on serving without another renewal.</summary>
    public TimeSpan ServesFor
    {
        get
        {
            lock (_lock)
            {
                var left = Lease - Margin - _time.GetElapsedTime(_renewedAt);
                return _lapsed || left < TimeSpan.Zero ? TimeSpan.Zero : left;
            }
        }
    }

    internal void Renewed(long sentAt)
    {
        lock (_lock)
        {
            if (!_lapsed && sentAt > _renewedAt)
            {
                _renewedAt = sentAt;
            }
        }
    }

    internal void Lapsed()
    {
        lock (_lock)
        {
            _lapsed = true;
        }
    }
}
