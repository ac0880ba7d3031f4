using System.Threading.Channels;
using Router.AgentClient;
using Router.AgentClient.Connection;
using Router.AgentClient.Terminal;
using Router.AgentClient.Terminal.Input;
using Router.Testing;
using Router.V1;

namespace Router.Clients.Tests.AgentClient.Terminal;

public sealed class TerminalLoopTests : IDisposable
{
    private readonly Channel<KeyPress> _keys = Channel.CreateUnbounded<KeyPress>();
    private readonly FakeScreen _screen = new();

    [Fact]
    public async Task KeysBecomeRequests_AndAnswersAreSeen()
    {
        await using var server = await FakeAgentServer.StartAsync();
        var running = RunAsync(server);
        var stream = await server.NextStreamAsync();
        var letter = Told.Message("t-1", 1, "Labas");
        await stream.SignInAsync(told => told.Assignments.Add(Told.Assignment("t-1", Told.Noon, "chat", letter)));
        var confirmed = await stream.NextAsync(request => request.MessageConfirm);
        stream.Say(DeskBench.OfferOf("t-2", "Dov", 30));
        await _screen.ShowsAsync("OFFER  Dov");
        Assert.Equal(1, _screen.Rings);

        Type("a");
        var accept = await stream.NextAsync();
        stream.Say(new WorkUpdate { Assignment = Told.Assignment("t-2", Told.Noon, "call") });
        stream.Done(accept, done => done.AssignmentNo = 1);
        await _screen.ShowsAsync("In hand 2");
        Type("1wLaba diena");
        Press(ConsoleKey.Enter);
        var write = await stream.NextAsync();
        stream.Done(write, done => done.MessageNumber = 2);
        await _screen.ShowsAsync("you");
        Press(ConsoleKey.Escape);
        Type("c");
        Press(ConsoleKey.DownArrow);
        Type("will call");
        Press(ConsoleKey.Enter);
        await stream.NextAsync(request => request.MessageConfirm);
        var complete = await stream.NextAsync();
        stream.Refuse(complete, Reason.WrongState);
        await _screen.ShowsAsync("Not completed: refused: WrongState");
        Type("p2");
        Press(ConsoleKey.Enter);
        var presence = await stream.NextAsync();
        Type("q2");
        Press(ConsoleKey.Enter);
        var signOut = await stream.NextAsync();
        stream.Done(signOut);
        stream.End(SessionEnd.SignedOut, reconnect: false);
        var state = await Eventually.DoneAsync(running, "the terminal ends");

        Assert.Equal(("t-1", 1), (confirmed.TicketId, confirmed.Number));
        Assert.Equal(("t-2", 1), (accept.Accept.TicketId, accept.Accept.OfferNo));
        Assert.Equal(("t-1", "Laba diena"), (write.Message.TicketId, write.Message.Text));
        Assert.Equal(("call_back", "will call"), (complete.Complete.Disposition, complete.Complete.Note));
        Assert.Equal((Presence.Away, "break", PresenceWhen.Next), (presence.SetPresence.Presence, presence.SetPresence.AwayReason, presence.SetPresence.When));
        Assert.Equal(WorkInHand.HandBack, signOut.SignOut.WorkInHand);
        Assert.Equal(SessionEnd.SignedOut, state.Connection.End);
    }

    [Fact]
    public async Task TakenOver_ComesBackOnlyWhenTheAgentSaysSo()
    {
        await using var server = await FakeAgentServer.StartAsync();
        var running = RunAsync(server);
        var first = await server.NextStreamAsync();
        await first.SignInAsync();
        first.End(SessionEnd.TakenOver, reconnect: false);
        await _screen.ShowsAsync("The session is over: signed in from another place.");
        Assert.False(server.HasStream);

        Type("r");
        var signIn = await (await server.NextStreamAsync()).SignInAsync();
        await _screen.ShowsAsync("available");
        Type("q");
        await _screen.ShowsAsync("Sign out");
        Press(ConsoleKey.C, ConsoleModifiers.Control);
        Press(ConsoleKey.C, ConsoleModifiers.Control);
        await Eventually.DoneAsync(running, "the terminal ends");

        Assert.True(signIn.TakeOver);
        Assert.Empty(signIn.SessionId);
    }

    [Fact]
    public async Task FirstSignInRefused_EndsWithTheReason()
    {
        await using var server = await FakeAgentServer.StartAsync();
        var running = RunAsync(server);
        var stream = await server.NextStreamAsync();
        stream.Refuse(await stream.NextAsync(), Reason.UnknownAgent);

        var state = await Eventually.DoneAsync(running, "the terminal ends");

        Assert.Equal((ConnectionPhase.Over, "refused: UnknownAgent"), (state.Connection.Phase, state.Connection.Why));
    }

    [Fact]
    public async Task ToldToEnd_HandsBackAndSignsOut()
    {
        await using var server = await FakeAgentServer.StartAsync();
        using var stop = new CancellationTokenSource();
        var running = RunAsync(server, stop.Token);
        var stream = await server.NextStreamAsync();
        await stream.SignInAsync(told => told.Assignments.Add(Told.Assignment("t-1", Told.Noon, "chat")));
        await _screen.ShowsAsync("In hand 1");

        await stop.CancelAsync();
        var request = await stream.NextAsync();
        stream.Done(request);
        stream.End(SessionEnd.SignedOut, reconnect: false);
        await Eventually.DoneAsync(running, "the terminal ends");

        Assert.Equal(WorkInHand.HandBack, request.SignOut.WorkInHand);
    }

    public void Dispose() => _screen.Dispose();

    private Task<Router.AgentClient.State.AgentState> RunAsync(FakeAgentServer server, CancellationToken stop = default)
    {
        var loop = new TerminalLoop(
            _screen,
            _keys.Reader,
            desk => AgentSession.Start(server.Channel, new AgentSessionOptions { AgentId = "dana", TakeOver = desk.State.SessionId.Length > 0 }),
            TimeProvider.System);
        return loop.RunAsync(stop);
    }

    private void Type(string text)
    {
        foreach (var sign in text)
        {
            var key = char.IsAsciiLetter(sign) ? (ConsoleKey)char.ToUpperInvariant(sign) : ConsoleKey.None;
            _keys.Writer.TryWrite(new KeyPress(new ConsoleKeyInfo(sign, key, false, false, false), false));
        }
    }

    private void Press(ConsoleKey key, ConsoleModifiers modifiers = ConsoleModifiers.None) =>
        _keys.Writer.TryWrite(new KeyPress(new ConsoleKeyInfo('\0', key, false, false, modifiers == ConsoleModifiers.Control), false));
}
