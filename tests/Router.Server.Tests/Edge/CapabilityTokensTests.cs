using Router.Server.Edge.Access;

namespace Router.Server.Tests.Edge;

public sealed class CapabilityTokensTests : IDisposable
{
    private readonly CapabilityTokens _tokens = new(TestKey.Signing);

    public void Dispose() => _tokens.Dispose();

    [Fact]
    public void For_SameTicket_SameToken() => Assert.Equal(_tokens.For("default", "a-1"), _tokens.For("default", "a-1"));

    [Fact]
    public void For_AnyTicket_22CharactersOfBase64Url() => Assert.Matches("^[A-Za-z0-9_-]{22}$", _tokens.For("default", "a-1"));

    [Theory]
    [InlineData("default", "a-2")]
    [InlineData("other", "a-1")]
    public void Matches_AnotherTicketOrWorkspace_False(string workspace, string ticketId) =>
        Assert.False(_tokens.Matches(_tokens.For("default", "a-1"), workspace, ticketId));

    [Fact]
    public void Matches_ItsTicket_True() => Assert.True(_tokens.Matches(_tokens.For("default", "a-1"), "default", "a-1"));

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("\0\ud800\n")]
    public void Matches_AnythingElse_False(string token) => Assert.False(_tokens.Matches(token, "default", "a-1"));

    [Fact]
    public void For_AnotherKey_AnotherToken()
    {
        var other = new CapabilityTokens(SigningKey.Read(new AccessOptions { SigningKey = new string('o', 32) }, []));

        Assert.NotEqual(_tokens.For("default", "a-1"), other.For("default", "a-1"));
    }
}
