using Router.Engine;
using Router.Server.Workspaces;
using Router.Server.Workspaces.Memory;

namespace Router.Server.Tests.Workspaces;

public sealed class RequestMemoryTests
{
    private const long MinuteMs = 60_000;

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(10)]
    public void Find_WithinTenMinutes_HasTheAnswer(int minutes)
    {
        var memory = new RequestMemory([], 0);
        memory.Remember(Key("first"), Outcome.Done(1), 5 * MinuteMs);

        for (var i = 0; i <= minutes; i++)
        {
            memory.Remember(Key($"other{i}"), Outcome.Done(2), (5 + i) * MinuteMs);
        }

        Assert.Equal(1, memory.Find(Key("first"))!.Value.Value);
    }

    [Fact]
    public void Find_AfterTwentyMinutes_HasForgotten()
    {
        var memory = new RequestMemory([], 0);
        memory.Remember(Key("first"), Outcome.Done(1), 0);
        memory.Remember(Key("second"), Outcome.Done(1), 11 * MinuteMs);
        memory.Remember(Key("third"), Outcome.Done(1), 22 * MinuteMs);

        Assert.Null(memory.Find(Key("first")));
        Assert.NotNull(memory.Find(Key("second")));
    }

    private static RequestKey Key(string id) => new("ann", id, 1);
}
