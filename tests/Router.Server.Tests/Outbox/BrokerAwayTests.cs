using Microsoft.Extensions.DependencyInjection;
using Router.Engine;
using Router.Engine.Commands;
using Router.Server.Outbox;
using Router.Server.Tests.Infrastructure;
using Router.Server.Workspaces;
using Router.Testing;
using Contract = Router.V1;

namespace Router.Server.Tests.Outbox;

/// <summary>A broker that is not there: work goes on until too much waits.</summary>
public sealed class BrokerAwayTests
{
    private const int OfTheBusItself = 0;
    private const int NotThrough = 501;
    private const int Behind = 511;
    private const int AlarmAt = 20;

    [Fact]
    public async Task Submits_GoOn_ThenAnAlarm_ThenTheyAreRefusedWhileAllElseGoesOn()
    {
        await using var server = await StartAsync();
        var traffic = new Traffic(server.Default);
        await traffic.OpenQueueAsync();
        Assert.False(server.Logs.Has(Behind));

        await traffic.ComeAndGoAsync((AlarmAt / 2) + 2);
        await Eventually.TrueAsync(() => Task.FromResult(server.Logs.Has(Behind)), "the alarm");
        IReadOnlyList<Contract.Event> events = [];
        await Eventually.TrueAsync(
            async () =>
            {
                events = await server.Default.Store.Events.ReadAsync(1, 10_000, CancellationToken.None);
                return events.Any(e => e.RelayBehind is not null);
            },
            "the alarm as an event");
        await Eventually.DoneAsync(server.Default.QueryAsync(e => e.Now).AsTask(), "all before is told");
        var state = server.Services.GetRequiredService<RelaySource>().States.Single();
        Assert.True(state.IsBehind);
        using var http = new HttpClient();
        Assert.Equal(
            """{"status":"serving","redis":"connected","events":"behind"}""",
            await http.GetStringAsync(new Uri(server.HttpAddress, "/healthz")));
        Assert.Equal(events[^1].Position.Number, state.Waiting);
        var behind = events.Single(e => e.RelayBehind is not null).RelayBehind;
        Assert.Equal((state.Consumer, false), (behind.Consumer, behind.Over));
        Assert.InRange(behind.Waiting, AlarmAt + 1, 2 * AlarmAt);
        Assert.StartsWith("RabbitMQ at 127.0.0.1:", state.Consumer, StringComparison.Ordinal);

        var refused = await Assert.ThrowsAsync<WorkspaceUnavailableException>(async () =>
        {
            for (var more = 0; more < AlarmAt; more++)
            {
                await traffic.SubmitAsync();
            }
        });
        Assert.Equal(Reason.Overloaded, refused.Reason);
        Assert.NotNull(refused.RetryAfter);
        Assert.Contains("events wait for RabbitMQ at 127.0.0.1:", refused.Message, StringComparison.Ordinal);
        Assert.False((await server.Default.ExecuteAsync(new PutAgent(new() { Id = "ann" }))).IsRefused);
    }

    [Fact]
    public async Task Health_SaysThatTheBrokerIsUnreached_FromTheStartOn()
    {
        await using var server = await StartAsync();
        var traffic = new Traffic(server.Default);
        await traffic.OpenQueueAsync();
        using var http = new HttpClient();

        Assert.Equal(
            """{"status":"serving","redis":"connected","events":"unreached"}""",
            await http.GetStringAsync(new Uri(server.HttpAddress, "/healthz")));

        await Eventually.TrueAsync(() => Task.FromResult(server.Logs.Has(NotThrough)), "an attempt fails", TimeSpan.FromMinutes(1));
        Assert.True(server.Services.GetRequiredService<RelaySource>().States.Single() is { IsUnreached: true, IsBehind: false, Waiting: > 0 });
    }

    [Fact]
    public async Task Nothing_IsRelayed_AndAStopDoesNotWaitForIt()
    {
        await using var server = await StartAsync();
        await Eventually.TrueAsync(() => Task.FromResult(server.Logs.Has(NotThrough)), "a first message does not get through", TimeSpan.FromMinutes(1));

        await Eventually.DoneAsync(server.StopAsync(), "the stop");

        Assert.DoesNotContain(server.Logs.Entries, e => e.EventId == 225);
    }

    private static async Task<RouterServer> StartAsync()
    {
        var server = await RouterServer.StartAsync([
            ("Router:Bus:RabbitMq:Host", "127.0.0.1"),
            ("Router:Bus:RabbitMq:Port", $"{FreePort.Next()}"),
            ("Router:Relay:AlarmAt", $"{AlarmAt}"),
        ]);
        server.Logs.Expect(OfTheBusItself, NotThrough, Behind);
        return server;
    }
}
