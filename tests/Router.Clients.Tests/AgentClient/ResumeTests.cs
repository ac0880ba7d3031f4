using Grpc.Core;
using Router.AgentClient;
using Router.AgentClient.Connection;
using Router.Testing;
using Router.V1;

namespace Router.Clients.Tests.AgentClient;

public sealed class ResumeTests
{
    [Fact]
    public async Task SignIn_HoldsTheWholeState()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        var stream = await server.NextStreamAsync();
        var signIn = await stream.SignInAsync(told =>
        {
            told.Offers.Add(Told.Offer("t-1", Told.Noon));
            told.Assignments.Add(Told.Assignment("t-2", Told.Noon));
        });

        var state = await session.SignedInAsync();

        Assert.Equal(("dana", "", Presence.Available), (signIn.AgentId, signIn.SessionId, signIn.Presence));
        Assert.Equal(("default", "dana", "s-1"), (state.Workspace, state.AgentId, state.SessionId));
        Assert.NotNull(state.FindOffer("t-1", 1));
        Assert.NotNull(state.FindInHand("t-2", 1));
        Assert.Equal("Support", state.FindQueue("support")!.Label);
    }

    [Fact]
    public async Task Break_ResumesTheSession()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        var first = await server.NextStreamAsync();
        await first.SignInAsync();
        await session.SignedInAsync();

        first.Break();
        var waiting = await session.UntilAsync(state => state.Connection.Phase == ConnectionPhase.Waiting, "waiting for the next try");
        var second = await server.NextStreamAsync();
        var signIn = await second.SignInAsync(told => told.Assignments.Add(Told.Assignment("t-1", Told.Noon)));
        var state = await session.SignedInAsync();

        Assert.NotEmpty(waiting.Connection.Why);
        Assert.NotNull(waiting.Connection.RetryAt);
        Assert.Equal("s-1", signIn.SessionId);
        Assert.NotNull(state.FindInHand("t-1", 1));
    }

    [Fact]
    public async Task ShuttingDown_ReconnectTrue_Resumes()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start(new AgentSessionOptions { AgentId = "dana", TakeOver = true });
        var first = await server.NextStreamAsync();
        var signIn = await first.SignInAsync();
        first.End(SessionEnd.ShuttingDown, reconnect: true);

        var resumed = await (await server.NextStreamAsync()).SignInAsync();

        Assert.True(signIn.TakeOver);
        Assert.False(resumed.TakeOver);
        Assert.Equal("s-1", resumed.SessionId);
        await session.SignedInAsync();
    }

    [Theory]
    [InlineData(SessionEnd.TakenOver, true)]
    [InlineData(SessionEnd.TakenOver, false)]
    [InlineData(SessionEnd.Supervisor, false)]
    [InlineData(SessionEnd.StreamReplaced, false)]
    public async Task End_ThatIsForAPerson_DoesNotReconnect(SessionEnd reason, bool reconnect)
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        var stream = await server.NextStreamAsync();
        await stream.SignInAsync();
        stream.End(reason, reconnect);

        await Eventually.DoneAsync(session.Ended, "the session ends");

        Assert.Equal((ConnectionPhase.Over, reason), (session.State.Connection.Phase, session.State.Connection.End));
        Assert.False(server.HasStream);
        Assert.Equal(Reason.OutcomeUnknown, (await session.SetPresenceAsync(Presence.Available)).Refusal!.Reason);
    }

    [Fact]
    public async Task ServerAway_ConnectsOnceItIsThere()
    {
        var port = FreePort.Next();
        using var channel = AgentChannel.Open(new Uri($"http://127.0.0.1:{port}"));
        await using var session = AgentSession.Start(channel, new AgentSessionOptions());
        var waiting = await session.UntilAsync(state => state.Connection.Phase == ConnectionPhase.Waiting, "waiting for the server");

        await using var server = await FakeAgentServer.StartAsync(port);
        await (await server.NextStreamAsync()).SignInAsync();

        await session.SignedInAsync();
        Assert.Contains("connection refused", waiting.Connection.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LostSession_BeginsAnotherWithThePresenceLastKnown()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        var first = await server.NextStreamAsync();
        await first.SignInAsync(told => told.Presence = new AgentPresence { Presence = Presence.Away, AwayReason = "meal" });
        await session.SignedInAsync();
        first.End(SessionEnd.Lost, reconnect: true);

        var second = await server.NextStreamAsync();
        var signIn = await second.SignInAsync(told => (told.Resumed, told.SessionId) = (false, "s-2"));

        Assert.Equal((Presence.Away, "meal"), (signIn.Presence, signIn.AwayReason));
        Assert.Equal("s-2", (await session.UntilAsync(state => state.SessionId == "s-2", "the new session")).SessionId);
    }

    [Theory]
    [InlineData(StatusCode.Unauthenticated)]
    [InlineData(StatusCode.PermissionDenied)]
    [InlineData(StatusCode.Unimplemented)]
    public async Task CallRefused_ForGood_IsOver(StatusCode code)
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        (await server.NextStreamAsync()).Fail(code, "no");

        await Eventually.DoneAsync(session.Ended, "the session ends");
        Assert.NotEmpty(session.State.Connection.Why);
        Assert.False(server.HasStream);
    }

    [Fact]
    public async Task SignInRefused_IsOverAndSaysWhy()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        var stream = await server.NextStreamAsync();
        stream.Refuse(await stream.NextAsync(), Reason.SessionExists);

        var over = await session.OverAsync();

        Assert.Equal(Reason.SessionExists, over.Connection.Refusal!.Reason);
        Assert.Equal("refused: SessionExists", over.Connection.Why);
    }

    [Fact]
    public async Task SignInRefused_WhileTheStoreIsAway_TriesAgain()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        var stream = await server.NextStreamAsync();
        stream.Refuse(await stream.NextAsync(), Reason.StoreUnavailable);

        await (await server.NextStreamAsync()).SignInAsync();
        await session.SignedInAsync();
    }

    [Fact]
    public async Task SessionExists_FromOwnSignInThatBrokeBeforeItsAnswer_TriesAgain()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        var first = await server.NextStreamAsync();
        await first.NextAsync();
        first.Break();
        var second = await server.NextStreamAsync();
        second.Refuse(await second.NextAsync(), Reason.SessionExists);

        await (await server.NextStreamAsync()).SignInAsync();
        await session.SignedInAsync();
    }

    [Fact]
    public async Task Token_IsAskedForEachConnection()
    {
        await using var server = await FakeAgentServer.StartAsync();
        var asked = 0;
        await using var session = server.Start(new AgentSessionOptions
        {
            Workspace = "north",
            Token = _ => ValueTask.FromResult<string?>($"token-{++asked}"),
        });
        var first = await server.NextStreamAsync();
        await first.SignInAsync();
        first.End(SessionEnd.TokenExpired, reconnect: true);
        var second = await server.NextStreamAsync();

        Assert.Equal("Bearer token-1", first.Headers.GetValue("authorization"));
        Assert.Equal("Bearer token-2", second.Headers.GetValue("authorization"));
        Assert.Equal("north", second.Headers.GetValue("router-workspace"));
    }

    [Fact]
    public async Task ManySessions_ShareOneChannel()
    {
        const int Count = 250;
        await using var server = await FakeAgentServer.StartAsync();
        var sessions = Enumerable.Range(0, Count).Select(number => server.Start(new AgentSessionOptions { AgentId = $"a{number}" })).ToList();
        for (var i = 0; i < Count; i++)
        {
            await (await server.NextStreamAsync()).SignInAsync();
        }

        foreach (var session in sessions)
        {
            await session.SignedInAsync();
            await session.DisposeAsync();
        }
    }
}
