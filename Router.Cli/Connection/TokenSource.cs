namespace Router.Cli.Connection;

/// <summary>A caller's token: the one given, or one made from the key and renewed in time. Safe for use by many threads.</summary>
internal sealed class TokenSource
{
    /// <summary>How long a token is good that a command makes for itself.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly Lock _gate = new();
    private readonly TokenMint? _mint;
    private readonly TokenClaims _claims;
    private readonly TimeProvider _time;
    private string? _token;
    private DateTimeOffset _renewAt;

    /// <summary>A token for a caller.</summary>
    /// <param name="given">A ready token, or null.</param>
    /// <param name="mint">Makes one where none is given; null: calls go without.</param>
    /// <param name="claims">What a token made here says.</param>
    /// <param name="time">Real time.</param>
    public TokenSource(string? given, TokenMint? mint, TokenClaims claims, TimeProvider time)
    {
        _token = given;
        _mint = given is null ? mint : null;
        _claims = claims;
        _time = time;
    }

    /// <summary>The token to send now; null: none.</summary>
    public string? Current()
    {
        if (_mint is null)
        {
            return _token;
        }

        lock (_gate)
        {
            var now = _time.GetUtcNow();
            if (_token is null || now >= _renewAt)
            {
                _token = _mint.Make(_claims, Lifetime);
                _renewAt = now + (Lifetime / 2);
            }

            return _token;
        }
    }
}
