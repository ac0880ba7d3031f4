using Router.Server.Outbox;

namespace Router.Server.Tests.Outbox;

public sealed class MessageIdsTests
{
    // Made by Python's uuid.uuid5.
    [Theory]
    [InlineData("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com", "2ed6657d-e927-568b-95e1-2665a8aea6a2")]
    [InlineData("4f6c1d0e-8a53-4b52-9c27-d1f6a3b0e975", "default/1764000000000/501", "6950d916-4460-5e03-8403-1fafc6aa9402")]
    public void Version5_IsThatOfOthers(string space, string name, string id) =>
        Assert.Equal(Guid.Parse(id), MessageIds.Version5(Guid.Parse(space), name));

    [Fact]
    public void Of_IsTheNameInTheNamespaceThatTheDocsTell() => Assert.Equal(
        MessageIds.Version5(Guid.Parse("4f6c1d0e-8a53-4b52-9c27-d1f6a3b0e975"), "default/1764000000000/501"),
        MessageIds.Of("default", 1_764_000_000_000, 501));
}
