using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Router.Cli.Connection;

/// <summary>Makes tokens with a server's signing key (docs/auth.md): JSON Web Tokens, HS256.</summary>
internal sealed class TokenMint
{
    /// <summary>Claim <c>iss</c>.</summary>
    public const string Issuer = "router";

    /// <summary>Claim <c>aud</c>.</summary>
    public const string Audience = "router";

    /// <summary>Fewest bytes of a key: as many as HMAC-SHA-256 gives out (RFC 7518, section 3.2).</summary>
    public const int FewestKeyBytes = 32;

    private readonly SigningCredentials _credentials;
    private readonly TimeProvider _time;
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>Makes tokens with a key.</summary>
    /// <param name="key">The key's text.</param>
    /// <param name="where">Where it was found, for the error's text.</param>
    /// <param name="time">Real time.</param>
    /// <exception cref="CommandException">It is too short.</exception>
    public TokenMint(string key, string where, TimeProvider time)
    {
        var bytes = Encoding.UTF8.GetBytes(key.TrimEnd('\r', '\n'));
        if (bytes.Length < FewestKeyBytes)
        {
            throw new CommandException(
                $"The signing key in {where} has {bytes.Length} bytes: a key has at least {FewestKeyBytes}, such as the output of 'openssl rand -base64 48'.");
        }

        _credentials = new SigningCredentials(new SymmetricSecurityKey(bytes), SecurityAlgorithms.HmacSha256);
        _time = time;
    }

    /// <summary>Reads the key from a file.</summary>
    /// <param name="path">The file; a line break at its end does not count.</param>
    /// <param name="time">Real time.</param>
    /// <exception cref="CommandException">It cannot be read, or the key is too short.</exception>
    public static TokenMint FromFile(string path, TimeProvider time)
    {
        try
        {
            return new TokenMint(File.ReadAllText(path), path, time);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The signing key cannot be read: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>Makes a token.</summary>
    /// <param name="claims">What it says.</param>
    /// <param name="lifetime">How long it is good, from now.</param>
    public string Make(TokenClaims claims, TimeSpan lifetime)
    {
        var now = _time.GetUtcNow();
        var content = new Dictionary<string, object>
        {
            ["sub"] = claims.Subject,
            ["role"] = claims.Role.ToString().ToLowerInvariant(),
        };
        AddTo(content, "workspace", claims.Workspace);
        AddTo(content, "source", claims.Source);
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + lifetime).UtcDateTime,
            Claims = content,
            SigningCredentials = _credentials,
        });
    }

    private static void AddTo(Dictionary<string, object> content, string claim, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            content[claim] = value;
        }
    }
}
