using Router.Engine.Tickets;
using Router.Server.Store;
using Router.Server.Store.Reading;
using Router.Store.Tests.Support;

namespace Router.Store.Tests.Reading;

public sealed class ConversationTests(StoreFixture fixture) : IClassFixture<StoreFixture>
{
    [Theory]
    [InlineData(0, 10, new[] { 1, 2, 3, 4 })]
    [InlineData(0, 2, new[] { 1, 2 })]
    [InlineData(2, 10, new[] { 3, 4 })]
    [InlineData(4, 10, new int[0])]
    public async Task ReadAsync_AfterANumber_GivesTheNextOnes(long after, int most, int[] expected)
    {
        var workspace = await WithMessagesAsync();

        var messages = await workspace.Store.Conversations.ReadAsync("t1", after, most, CancellationToken.None);

        Assert.Equal(expected, messages.Select(m => m.Number));
    }

    [Fact]
    public async Task ReadAsync_OfATicketWithoutMessages_GivesNone()
    {
        var workspace = await WithMessagesAsync();

        Assert.Empty(await workspace.Store.Conversations.ReadAsync("t2", 0, 10, CancellationToken.None));
    }

    [Fact]
    public async Task ConfirmAsync_MovesOnlyForwardAndOnlyItsReader()
    {
        var workspace = await WithMessagesAsync();
        var conversations = workspace.Store.Conversations;

        Assert.Equal(new Confirmation(true, 3), await conversations.ConfirmAsync("t1", MessageReader.Adapter, 3, CancellationToken.None));
        Assert.Equal(new Confirmation(true, 3), await conversations.ConfirmAsync("t1", MessageReader.Adapter, 1, CancellationToken.None));
        Assert.Equal(new Confirmation(true, 4), await conversations.ConfirmAsync("t1", MessageReader.Adapter, 4, CancellationToken.None));
        Assert.Equal(4, await conversations.ConfirmedAsync("t1", MessageReader.Adapter, CancellationToken.None));
        Assert.Equal(0, await conversations.ConfirmedAsync("t1", MessageReader.Agent, CancellationToken.None));
    }

    [Fact]
    public async Task ConfirmAsync_BeyondTheLastMessage_ChangesNothingAndNamesTheLast()
    {
        var workspace = await WithMessagesAsync();

        Assert.Equal(
            new Confirmation(false, 4),
            await workspace.Store.Conversations.ConfirmAsync("t1", MessageReader.Agent, 5, CancellationToken.None));
        Assert.Equal(0, await workspace.Store.Conversations.ConfirmedAsync("t1", MessageReader.Agent, CancellationToken.None));
    }

    [Fact]
    public async Task ConfirmAsync_WithoutMessages_KnowsNoNumberButZero()
    {
        var workspace = await fixture.OwnAsync();

        Assert.Equal(
            new Confirmation(false, 0),
            await workspace.Store.Conversations.ConfirmAsync("t9", MessageReader.Agent, 1, CancellationToken.None));
        Assert.Equal(0, await workspace.Store.Conversations.ConfirmedAsync("t9", MessageReader.Agent, CancellationToken.None));
        Assert.False(await fixture.Database.KeyExistsAsync(workspace.Keys.Messages("t9")));
    }

    [Fact]
    public async Task CommitAsync_OfAClosedTicket_LetsItsConversationExpireWithIt()
    {
        var workspace = await WithMessagesAsync();
        Assert.Null(await fixture.Database.KeyTimeToLiveAsync(workspace.Keys.Messages("t1")));

        await workspace.CommitAsync(Batches.With(Batches.Ticket("t1", TicketState.Completed) with { Messages = 4 }));

        var left = await fixture.Database.KeyTimeToLiveAsync(workspace.Keys.Messages("t1"));
        Assert.InRange(left!.Value, Lifetimes.Closed - TimeSpan.FromMinutes(1), Lifetimes.Closed);
        Assert.Equal(4, (await workspace.Store.Conversations.ReadAsync("t1", 0, 10, CancellationToken.None)).Count);
    }

    private async Task<WorkspaceUnderTest> WithMessagesAsync()
    {
        var workspace = await fixture.OwnAsync();
        await workspace.CommitAsync(Batches.With(Batches.Ticket("t1")) with { Messages = [Message(1), Message(2)] });
        await workspace.CommitAsync(Batches.Empty with { Messages = [Message(3), Message(4)] });
        return workspace;
    }

    private static Message Message(int number) =>
        new("t1", number, MessageSender.Customer, "", new MessageText($"שלום {number}", "he"), Batches.Noon + number);
}
