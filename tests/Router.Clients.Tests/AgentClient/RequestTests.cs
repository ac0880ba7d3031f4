using Router.AgentClient;
using Router.AgentClient.Requests;
using Router.Testing;
using Router.V1;

namespace Router.Clients.Tests.AgentClient;

public sealed class RequestTests
{
    [Fact]
    public async Task Request_UnansweredAtABreak_IsRepeatedTheSameAndAnsweredOnce()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        var first = await server.NextStreamAsync();
        await first.SignInAsync(told => told.Offers.Add(Told.Offer("t-1", Told.Noon)));
        var state = await session.SignedInAsync();
        var accepting = session.AcceptAsync(state.Offers[0]);
        var sent = await first.NextAsync();
        first.Break();
        var second = await server.NextStreamAsync();
        await second.SignInAsync(told => told.Assignments.Add(Told.Assignment("t-1", Told.Noon)));
        var again = await second.NextAsync();

        second.Done(again, done => done.AssignmentNo = 1);
        second.Done(again, done => done.AssignmentNo = 2);
        var answer = await Eventually.DoneAsync(accepting, "the answer");

        Assert.Equal(sent, again);
        Assert.Equal(1, answer.Done!.AssignmentNo);
    }

    [Fact]
    public async Task Requests_MadeWhileAway_AreSentInOrderOnceSignedIn()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        var away = session.SetPresenceAsync(Presence.Away, "meal");
        var back = session.SetPresenceAsync(Presence.Available);
        var stream = await server.NextStreamAsync();
        await stream.SignInAsync();

        foreach (var presence in new[] { Presence.Away, Presence.Available })
        {
            var request = await stream.NextAsync();
            Assert.Equal(presence, request.SetPresence.Presence);
            stream.Done(request);
        }

        Assert.True((await Eventually.DoneAsync(away, "away")).IsDone);
        Assert.True((await Eventually.DoneAsync(back, "back")).IsDone);
    }

    [Fact]
    public async Task Refused_IsTheAnswer()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        var stream = await server.NextStreamAsync();
        await stream.SignInAsync(told => told.Offers.Add(Told.Offer("t-1", Told.Noon)));
        var state = await session.SignedInAsync();
        var accepting = session.AcceptAsync(state.Offers[0]);

        stream.Refuse(await stream.NextAsync(), Reason.OfferExpired);
        var answer = await Eventually.DoneAsync(accepting, "the answer");

        Assert.Equal(Reason.OfferExpired, answer.Refusal!.Reason);
        Assert.Empty(session.State.Offers);
    }

    [Theory]
    [InlineData(Reason.OutcomeUnknown)]
    [InlineData(Reason.StoreUnavailable)]
    public async Task PassingRefusal_IsSentAgainWithTheSameId(Reason reason)
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        var stream = await server.NextStreamAsync();
        await stream.SignInAsync();
        var setting = session.SetPresenceAsync(Presence.Available);
        var sent = await stream.NextAsync();
        stream.Refuse(sent, reason, TimeSpan.FromMilliseconds(50));

        var again = await stream.NextAsync();
        stream.Done(again);

        Assert.Equal(sent, again);
        Assert.True((await Eventually.DoneAsync(setting, "the answer")).IsDone);
    }

    [Fact]
    public async Task SignOut_WhoseSessionEndedUnseen_SignsOutOfTheNewOneToo()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        var first = await server.NextStreamAsync();
        await first.SignInAsync();
        var signingOut = session.SignOutAsync(WorkInHand.Finish);
        var sent = await first.NextAsync();
        first.Break();
        var second = await server.NextStreamAsync();
        var signIn = await second.SignInAsync(told => (told.Resumed, told.SessionId) = (false, "s-2"));
        var again = await second.NextAsync();
        second.Done(again);
        second.End(SessionEnd.SignedOut, reconnect: false);

        Assert.True((await Eventually.DoneAsync(signingOut, "signed out")).IsDone);
        await Eventually.DoneAsync(session.Ended, "the session ends");
        Assert.Equal(Presence.Away, signIn.Presence);
        Assert.Equal(WorkInHand.Finish, again.SignOut.WorkInHand);
        Assert.NotEqual(sent.RequestId, again.RequestId);
    }

    [Fact]
    public async Task SignOut_DoneAndThenBroken_DoesNotComeBackToWork()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        var first = await server.NextStreamAsync();
        await first.SignInAsync(told => told.Assignments.Add(Told.Assignment("t-1", Told.Noon)));
        var signingOut = session.SignOutAsync(WorkInHand.Finish);
        first.Done(await first.NextAsync());
        await Eventually.DoneAsync(signingOut, "signed out");
        first.Break();

        var second = await server.NextStreamAsync();
        await second.SignInAsync(told => told.Resumed = false);

        Assert.NotNull((await second.NextAsync()).SignOut);
    }

    [Fact]
    public async Task Disposed_LeavesNoRequestWaiting()
    {
        await using var server = await FakeAgentServer.StartAsync();
        var session = server.Start();
        var waiting = session.SetPresenceAsync(Presence.Available);
        await session.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => Eventually.DoneAsync(waiting, "the request fails"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => session.SetPresenceAsync(Presence.Available));
        await session.DisposeAsync();
    }

    [Fact]
    public async Task TooManyUnanswered_IsRefusedHere()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        for (var i = 0; i < UnansweredRequests.Limit; i++)
        {
            _ = session.SetPresenceAsync(Presence.Available);
        }

        await Assert.ThrowsAsync<InvalidOperationException>(() => session.SetPresenceAsync(Presence.Available));
    }

    [Fact]
    public async Task Message_OnceDone_StandsInTheConversation()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        var stream = await server.NextStreamAsync();
        await stream.SignInAsync(told => told.Assignments.Add(Told.Assignment("t-1", Told.Noon, "chat", Told.Message("t-1", 1, "Labas"))));
        var state = await session.SignedInAsync();
        var writing = session.WriteAsync(state.InHand[0], "Laba diena", "lt");
        var request = await stream.NextAsync();
        stream.Say(new WorkUpdate { Message = Told.Message("t-1", 3, "Ar esate?") });
        stream.Say(new WorkUpdate { Message = Told.Message("t-1", 3, "Ar esate?") });
        stream.Done(request, done => done.MessageNumber = 2);
        await Eventually.DoneAsync(writing, "the message");

        var messages = session.State.InHand[0].Conversation.Messages;

        Assert.Equal(["Labas", "Laba diena", "Ar esate?"], messages.Select(message => message.Text));
        Assert.Equal((MessageSender.Agent, "dana"), (messages[1].Sender, messages[1].AgentId));
    }

    [Fact]
    public async Task SlowReader_MissesCausesButNeverState()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        var stream = await server.NextStreamAsync();
        await stream.SignInAsync();
        const int Count = AgentSession.UpdatesKept * 2;
        for (var i = 1; i <= Count; i++)
        {
            stream.Say(new WorkUpdate { Offer = Told.Offer($"t-{i}", Told.Noon) });
        }

        var setting = session.SetPresenceAsync(Presence.Available);
        stream.Done(await stream.NextAsync());
        await Eventually.DoneAsync(setting, "answered though nobody reads");

        Assert.Equal(Count, session.State.Offers.Length);
        Assert.Equal(Count, (await session.UntilAsync(state => state.Offers.Length == Count, "all offers")).Offers.Length);
    }
}
