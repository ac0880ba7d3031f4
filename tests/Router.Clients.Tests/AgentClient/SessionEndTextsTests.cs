using Router.AgentClient.Connection;
using Router.V1;

namespace Router.Clients.Tests.AgentClient;

public sealed class SessionEndTextsTests
{
    [Fact]
    public void EveryEndOfTheContract_HasWordsOfItsOwn()
    {
        var texts = Enum.GetValues<SessionEnd>().Select(SessionEndTexts.Of).ToList();

        Assert.Equal(texts.Count, texts.Distinct().Count());
    }
}
