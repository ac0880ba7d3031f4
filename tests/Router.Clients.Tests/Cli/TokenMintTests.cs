using Microsoft.IdentityModel.JsonWebTokens;
using Router.Cli.Connection;

namespace Router.Clients.Tests.Cli;

public sealed class TokenMintTests
{
    private static readonly string Key = new('k', TokenMint.FewestKeyBytes);

    [Fact]
    public void Make_AllClaims_AreInTheToken()
    {
        var claims = new TokenClaims(Role.Adapter, "exchange") { Workspace = "west", Source = "bank" };

        var token = new JsonWebToken(new TokenMint(Key, "here", new AtNoon()).Make(claims, TimeSpan.FromHours(2)));

        Assert.Equal(("router", "router", "HS256"), (token.Issuer, Assert.Single(token.Audiences), token.Alg));
        Assert.Equal(("exchange", "adapter"), (token.Subject, token.GetClaim("role").Value));
        Assert.Equal(("west", "bank"), (token.GetClaim("workspace").Value, token.GetClaim("source").Value));
        Assert.Equal((AtNoon.Time.UtcDateTime, AtNoon.Time.AddHours(2).UtcDateTime), (token.ValidFrom, token.ValidTo));
    }

    [Fact]
    public void Make_NoWorkspaceAndSource_LeavesThemOut()
    {
        var token = new JsonWebToken(new TokenMint(Key, "here", new AtNoon()).Make(new TokenClaims(Role.Admin, "me"), TimeSpan.FromHours(2)));

        Assert.DoesNotContain(token.Claims, claim => claim.Type is "workspace" or "source");
    }

    [Fact]
    public void New_ShortKey_SaysHowLongItMustBe()
    {
        var error = Assert.Throws<CommandException>(() => new TokenMint("short\n", "key.txt", TimeProvider.System));

        Assert.StartsWith("The signing key in key.txt has 5 bytes: a key has at least 32", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromFile_MissingFile_SaysSo() =>
        Assert.StartsWith(
            "The signing key cannot be read: ",
            Assert.Throws<CommandException>(() => TokenMint.FromFile("/no/such/key", TimeProvider.System)).Message,
            StringComparison.Ordinal);

    private sealed class AtNoon : TimeProvider
    {
        public static readonly DateTimeOffset Time = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Time;
    }
}
