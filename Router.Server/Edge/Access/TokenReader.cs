using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Router.Server.Edge.Access;

/// <summary>
/// Reads JSON Web Tokens signed with the server's key. A token once found valid is kept until its time is over, because a caller sends the
/// same one with each of thousands of calls.
/// </summary>
internal sealed class TokenReader : IDisposable
{
    /// <summary>How far the clocks of issuer and server may be apart.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private const int MostKept = 10_000;

    private readonly TimeProvider _time;
    private readonly JsonWebTokenHandler _handler = new();
    private readonly TokenValidationParameters _rules;
    private readonly MemoryCache _valid = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>Reads tokens of one key.</summary>
    /// <param name="key">The key; it has to exist.</param>
    /// <param name="time">Real time.</param>
    public TokenReader(SigningKey key, TimeProvider time)
    {
        _time = time;
        _rules = new TokenValidationParameters
        {
            IssuerSigningKey = new SymmetricSecurityKey(key.Bytes),
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidIssuer = ClaimNames.Issuer,
            ValidAudience = ClaimNames.Audience,
            RequireExpirationTime = true,
            LifetimeValidator = IsInTime,
        };
    }

    /// <summary>Whose token it is, where it was read before and its time is not over; else null.</summary>
    /// <param name="text">As it came in.</param>
    public CallerPrincipal? Known(string text) =>
        _valid.TryGetValue<CallerPrincipal>(text, out var known) && known!.Caller.ExpiresAt > _time.GetUtcNow() ? known : null;

    /// <summary>Reads a token.</summary>
    /// <param name="text">As it came in.</param>
    /// <param name="start">Where in it the token begins.</param>
    public async ValueTask<TokenReading> ReadAsync(string text, int start = 0)
    {
        if (Known(text) is { } known)
        {
            return new TokenReading(known, "");
        }

        var result = await _handler.ValidateTokenAsync(text[start..], _rules);
        if (!result.IsValid)
        {
            return new TokenReading(null, ProblemOf(result.Exception));
        }

        var reading = CallerClaims.Read((JsonWebToken)result.SecurityToken);
        if (reading.Principal is { } principal)
        {
            _valid.Set(text, principal, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpiration = principal.Caller.ExpiresAt });
        }

        return reading;
    }

    /// <inheritdoc/>
    public void Dispose() => _valid.Dispose();

    private static string ProblemOf(Exception error) => error switch
    {
        SecurityTokenInvalidLifetimeException => "the token's time is over, or not yet come",
        SecurityTokenNoExpirationException => "the token has no claim 'exp', which must say when its time is over",
        SecurityTokenInvalidIssuerException => $"the token's issuer is not '{ClaimNames.Issuer}'",
        SecurityTokenInvalidAudienceException => $"the token's audience is not '{ClaimNames.Audience}'",
        SecurityTokenInvalidAlgorithmException => "the token is not signed with HS256",
        SecurityTokenMalformedException or ArgumentException => "it is not a JSON Web Token",
        _ => "the token is not signed with this server's key",
    };

    private bool IsInTime(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters rules)
    {
        if (expires is null)
        {
            throw new SecurityTokenNoExpirationException();
        }

        var now = _time.GetUtcNow().UtcDateTime;
        return (notBefore is null || notBefore <= now + ClockSkew) && expires > now - ClockSkew;
    }
}
