using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Router.Policies.Shape;

namespace Router.Server.Edge.Access;

/// <summary>What the claims of a valid token say of its bearer.</summary>
internal static class CallerClaims
{
    private const string RoleNames = "adapter, agent, supervisor, integration, admin";

    /// <summary>Reads the claims.</summary>
    /// <param name="token">A token whose signature and time are good.</param>
    public static TokenReading Read(JsonWebToken token)
    {
        if (string.IsNullOrEmpty(token.Subject))
        {
            return new TokenReading(null, $"the token has no claim '{ClaimNames.Subject}', which must say who calls");
        }

        if (!IsText(token, ClaimNames.Subject) || LineText.BadInId(token.Subject) >= 0)
        {
            return new TokenReading(
                null, $"the token's claim '{ClaimNames.Subject}' must say who calls, as a text in quotes, one line without characters that are not seen: \"1042\" or \"anna\"");
        }

        var roles = Roles.None;
        foreach (var claim in token.Claims)
        {
            if (claim.Type == ClaimNames.Role)
            {
                var role = RoleOf(claim.Value);
                if (role == Roles.None)
                {
                    return new TokenReading(
                        null, $"the token's claim '{ClaimNames.Role}' has {Shown.Text(claim.Value)}, which may be {RoleNames}");
                }

                roles |= role;
            }
        }

        if (roles == Roles.None)
        {
            return new TokenReading(null, $"the token has no claim '{ClaimNames.Role}', which may be {RoleNames}");
        }

        if (!TryText(token, ClaimNames.Workspace, Caller.DefaultWorkspace, out var workspace))
        {
            return new TokenReading(null, $"the token's claim '{ClaimNames.Workspace}' may be the id of one workspace, or left out");
        }

        if (!TryText(token, ClaimNames.Source, "", out var source))
        {
            return new TokenReading(null, $"the token's claim '{ClaimNames.Source}' may be the name of one source, or left out");
        }

        // Who never wants it to end writes the end of the calendar.
        var left = DateTimeOffset.MaxValue - new DateTimeOffset(token.ValidTo, TimeSpan.Zero);
        var expires = DateTimeOffset.MaxValue - (left > TokenReader.ClockSkew ? left - TokenReader.ClockSkew : TimeSpan.Zero);
        return new TokenReading(new CallerPrincipal(new Caller(token.Subject, roles, workspace, source, expires)), "");
    }

    private static Roles RoleOf(string name) => name switch
    {
        "adapter" => Roles.Adapter,
        "agent" => Roles.Agent,
        "supervisor" => Roles.Supervisor,
        "integration" => Roles.Integration,
        "admin" => Roles.Admin,
        _ => Roles.None,
    };

    // The reader of tokens makes a text of a number: 1042 and 1042.0 would be one caller or two, as the issuer happens to write it.
    private static bool IsText(JsonWebToken token, string claim)
    {
        using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        return payload.RootElement.GetProperty(claim).ValueKind == JsonValueKind.String;
    }

    // A claim that is there and says nothing must not let in further than one that says something.
    private static bool TryText(JsonWebToken token, string claim, string otherwise, out string text)
    {
        text = otherwise;
        if (!token.TryGetPayloadValue<object>(claim, out var value))
        {
            return true;
        }

        text = value as string ?? "";
        return text.Length > 0;
    }
}
