using Router.AgentClient.State;
using Router.V1;

namespace Router.Clients.Tests.AgentClient;

public sealed class ConversationTests
{
    [Fact]
    public void With_RepeatsAndDisorder_EachOnceInOrder()
    {
        var conversation = Conversation.Empty.With([Told.Message("t", 2, "b"), Told.Message("t", 1, "a")]).With([Told.Message("t", 2, "b")]);

        Assert.Equal([1L, 2L], conversation.Messages.Select(message => message.Number));
        Assert.Same(conversation, conversation.With([Told.Message("t", 1, "a")]));
    }

    [Fact]
    public void With_MoreThanIsKept_DropsTheOldest()
    {
        var many = Conversation.Empty.With(Enumerable.Range(1, Conversation.MaxMessages + 10).Select(number => Told.Message("t", number, "x")));
        var large = Conversation.Empty.With(Enumerable.Range(1, 10).Select(number => Told.Message("t", number, new string('x', 64 * 1024))));

        Assert.Equal((Conversation.MaxMessages, 11L), (many.Messages.Length, many.Messages[0].Number));
        Assert.Equal((4, 7L), (large.Messages.Length, large.Messages[0].Number));
    }

    [Fact]
    public void Unanswered_IsTheCustomersLastWord()
    {
        var asked = Conversation.Empty.With([Told.Message("t", 1, "?")]);

        Assert.Equal(1, asked.Unanswered!.Number);
        Assert.Null(asked.With([Told.Message("t", 2, "!", MessageSender.Agent)]).Unanswered);
        Assert.Null(Conversation.Empty.Unanswered);
    }
}
