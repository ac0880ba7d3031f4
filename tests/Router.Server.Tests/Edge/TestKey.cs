using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Router.Server.Edge.Access;

namespace Router.Server.Tests.Edge;

/// <summary>The signing key of tests, and tokens under it.</summary>
internal static class TestKey
{
    /// <summary>The key as a setting.</summary>
    public const string Text = "a-signing-key-for-tests-of-32-bytes-or-more-and-as-long-as-hs512-wants";

    /// <summary>The key as the server has it.</summary>
    public static readonly SigningKey Signing = SigningKey.Read(new AccessOptions { SigningKey = Text }, []);

    /// <summary>A token.</summary>
    /// <param name="role">The claim <c>role</c>.</param>
    /// <param name="subject">The claim <c>sub</c>.</param>
    /// <param name="claims">Further claims, or others for those that a token usually has; null leaves one out.</param>
    /// <param name="key">Another key than the server's.</param>
    /// <param name="algorithm">Another algorithm than HS256.</param>
    public static string Token(object? role, string? subject = "somebody", Dictionary<string, object>? claims = null, string key = Text, string algorithm = SecurityAlgorithms.HmacSha256)
    {
        var all = new Dictionary<string, object>
        {
            ["iss"] = "router",
            ["aud"] = "router",
            ["exp"] = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds(),
        };
        if (role is not null)
        {
            all["role"] = role;
        }

        if (subject is not null)
        {
            all["sub"] = subject;
        }

        foreach (var (name, value) in claims ?? [])
        {
            all[name] = value;
        }

        foreach (var missing in all.Where(c => c.Value is null).Select(c => c.Key).ToList())
        {
            all.Remove(missing);
        }

        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Claims = all,
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key)), algorithm),
        });
    }
}
