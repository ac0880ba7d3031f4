using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using Router.Cli.CallLog;
using Router.Cli.Connection;
using Router.Cli.Journals;
using Router.Cli.Replay;
using Router.Testing;
using Router.V1;

namespace Router.Clients.Tests.Cli;

public sealed class CallPlayerTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("router-calls-").FullName;
    private readonly OpenCalls _calls = new();
    private FakeTicketServer _server = null!;
    private GrpcChannel _channel = null!;
    private ServerClock _clock = null!;

    public async Task InitializeAsync()
    {
        _server = await FakeTicketServer.StartAsync();
        _channel = GrpcChannel.ForAddress(_server.Address);
        _clock = await ServerClock.FollowAsync(new SupervisorService.SupervisorServiceClient(_channel), TimeProvider.System, CancellationToken.None);
        _server.Answer.ArrivedAt = _clock.Now.ToTimestamp();
    }

    public async Task DisposeAsync()
    {
        await _clock.DisposeAsync();
        _channel.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Play_CallerWhoStillWaits_HangsUp()
    {
        _server.Tickets["T1"] = new Ticket { State = TicketState.Queued };

        await PlayAsync(Caller(TimeSpan.FromSeconds(60)));

        Assert.Equal(("T1", EndedBy.Customer), (Assert.Single(_server.Ended).TicketId, _server.Ended[0].By));
        Assert.Equal([SightKind.Submitted, SightKind.Ended], JournalReader.ReadFolder(_folder).Select(sight => sight.Saw));
        Assert.Empty(_calls.All());
    }

    [Fact]
    public async Task Play_CallerWhoIsBeingServed_StaysOnTheLine()
    {
        _server.Tickets["T1"] = new Ticket { State = TicketState.Assigned };

        await PlayAsync(Caller(TimeSpan.FromSeconds(60)));

        Assert.Empty(_server.Ended);
        Assert.Single(_calls.All());
    }

    [Fact]
    public async Task Play_CallerOfUnknownPatience_Waits()
    {
        await PlayAsync(Caller(null));

        Assert.Equal("bank", _server.Submitted!.Queue);
        Assert.Equal(SightKind.Submitted, Assert.Single(JournalReader.ReadFolder(_folder)).Saw);
        Assert.Single(_calls.All());
    }

    [Fact]
    public async Task Play_TicketThatTheServerForgot_IsOverForTheReplay()
    {
        await PlayAsync(Caller(TimeSpan.FromSeconds(60)));

        Assert.Empty(_calls.All());
    }

    [Fact]
    public async Task ServeAll_CallThatNobodyOnDutyServes_CallsBackWhoCan()
    {
        var closing = Closing();
        _calls.Add("T1", Caller(null));
        _server.Tickets["T1"] = new Ticket { State = TicketState.Queued };
        using var other = closing.Enter(new AgentOnDuty("ELI", ["NE"], []));

        var serving = closing.ServeAllAsync(CancellationToken.None);
        var calledBack = closing.CalledBackAsync(new AgentOnDuty("AVI", ["PS"], []), CancellationToken.None);

        Assert.True(await Eventually.DoneAsync(calledBack, "the agent to be called back"));
        _server.Tickets["T1"] = new Ticket { State = TicketState.Completed };
        await Eventually.DoneAsync(serving, "all to be served");
    }

    [Fact]
    public async Task ServeAll_NothingOpen_SendsAllHome()
    {
        var closing = Closing();

        await Eventually.DoneAsync(closing.ServeAllAsync(CancellationToken.None), "all to be served");

        Assert.False(await Eventually.DoneAsync(
            closing.CalledBackAsync(new AgentOnDuty("AVI", ["PS"], []), CancellationToken.None), "the agent to be let go"));
    }

    private Closing Closing() => new(new TicketService.TicketServiceClient(_channel), _calls, TimeProvider.System);

    private static Caller Caller(TimeSpan? patience) =>
        new(DemoLog.Rows.First(row => row.ReachedQueue), DemoLog.At("10:00:00"), patience, TimeSpan.FromSeconds(60));

    private async Task PlayAsync(Caller caller)
    {
        using var journal = Journal.Open(_folder, "adapter");
        var player = new CallPlayer(
            new TicketService.TicketServiceClient(_channel), new ReplayClock(_clock, caller.Enters), journal, _calls, "exchange", "bank");
        await Eventually.DoneAsync(player.PlayAsync([caller], CancellationToken.None), "the call");
        Assert.Equal(1, player.Submitted);
    }
}
