using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Router.Server.Live.Wire;
using Router.Server.Statistics;
using Router.Server.Tests.Edge;

namespace Router.Server.Tests.Live;

/// <summary>The hub over the network: who may watch, and what he sees.</summary>
public sealed class LiveHubTests(LiveServer live) : IClassFixture<LiveServer>
{
    [Theory]
    [InlineData("supervisor")]
    [InlineData("admin")]
    public async Task Watch_ByOneWhoMay_BeginsWithEverything(string role)
    {
        await using var hub = await HubSocket.WatchAsync(live.Server.HttpAddress, role);
        var frame = await hub.FrameAsync();

        Assert.True((bool)frame!["reset"]!);
        Assert.Equal("default", (string?)frame["workspace"]!["id"]);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("agent", HttpStatusCode.Forbidden)]
    [InlineData("adapter", HttpStatusCode.Forbidden)]
    [InlineData("integration", HttpStatusCode.Forbidden)]
    public async Task Watch_ByAnybodyElse_IsRefused(string? role, HttpStatusCode expected)
    {
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => HubSocket.WatchAsync(live.Server.HttpAddress, role));
        Assert.Contains($"'{(int)expected}'", refused.Message, StringComparison.Ordinal);

        using var http = new HttpClient { BaseAddress = live.Server.HttpAddress };
        var token = role is null ? "" : $"&access_token={TestKey.Token(role)}";
        using var negotiated = await http.PostAsync(new Uri($"/hubs/live/negotiate?negotiateVersion=1{token}", UriKind.Relative), null);
        Assert.Equal(expected, negotiated.StatusCode);
    }

    [Fact]
    public async Task Watch_InAWorkspaceThatDoesNotExist_SaysSo()
    {
        var token = TestKey.Token("supervisor", claims: new() { ["workspace"] = "nowhere" });
        using var http = new HttpClient { BaseAddress = live.Server.HttpAddress };
        using var answer = await http.PostAsync(
            new Uri($"/hubs/live/negotiate?negotiateVersion=1&access_token={token}", UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("There is no workspace 'nowhere': an admin has to create it.", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Watch_FromAPageOfAnotherHost_IsRefused()
    {
        await Assert.ThrowsAsync<WebSocketException>(() => HubSocket.WatchAsync(live.Server.HttpAddress, origin: "http://elsewhere.example"));

        await using var own = await HubSocket.WatchAsync(live.Server.HttpAddress, origin: live.Server.HttpAddress.GetLeftPart(UriPartial.Authority));
        Assert.NotNull(await own.FrameAsync());
    }

    [Fact]
    public async Task Watch_WithATokenWhoseTimeEnds_IsEnded()
    {
        // Two seconds beyond the clock skew that is allowed for.
        var expires = TimeProvider.System.GetUtcNow().AddSeconds(-28).ToUnixTimeSeconds();
        await using var hub = await HubSocket.WatchAsync(live.Server.HttpAddress, claims: new() { ["exp"] = expires });
        Assert.NotNull(await hub.FrameAsync());
        await hub.EndAsync();
    }

    [Fact]
    public async Task Rows_FollowTheirTickets_AndStayInTheirWorkspace()
    {
        var (admin, claims) = await live.NewWorkspaceAsync();
        using var _ = admin;
        await using var hub = await HubSocket.WatchAsync(live.Server.HttpAddress, claims: claims);
        await using var other = await HubSocket.WatchAsync(live.Server.HttpAddress);
        var first = (await hub.FrameAsync())!;
        Assert.Empty(Rows(first));
        Assert.Equal(("service", 0), ((string?)first["queues"]![0]!["name"], (int)first["queues"]![0]!["free"]!));
        await other.FrameAsync();

        await admin.Tickets.SubmitAsync(new V1.SubmitRequest
        {
            Source = "test",
            ExternalId = "1",
            Channel = "call",
            Queue = "service",
            Languages = { new V1.LanguageRequirement { Language = "he" } },
        });
        var frame = await hub.FrameAsync(f => Rows(f).Count > 0, "the ticket is seen");
        var row = Assert.Single(Rows(frame))!;
        Assert.Equal(("service", "call", "he", 1), ((string?)row["queue"], (string?)row["channel"], (string?)row["language"], (int)row["waiting"]!));
        Assert.Equal(1, (int)row["unroutable"]!);
        Assert.Equal("unknown", (string?)row["confidence"]);
        Assert.InRange((long)row["oldestEnteredAt"]!, (long)frame["serverTime"]! - 60_000, (long)frame["serverTime"]!);

        await admin.Supervisors.PutAgentAsync(new V1.PutAgentRequest { Profile = new V1.AgentProfile { AgentId = "ann", Name = "נועה" } });
        frame = await hub.FrameAsync(f => f["agents"]!.AsArray().Count > 0, "the agent is seen");
        var agent = Assert.Single(frame["agents"]!.AsArray())!;
        Assert.Equal(("ann", "נועה", "offline"), ((string?)agent["agentId"], (string?)agent["name"], (string?)agent["presence"]));
        Assert.Null(agent["activity"]);
        Assert.Equal(1, (int)frame["counts"]!["offline"]!);

        // A beat: whatever had come for the other workspace would have come before.
        Assert.Empty(Rows((await other.FrameAsync())!));
    }

    [Fact]
    public void HandleTime_IsToldOfTheHourAlone()
    {
        var counts = new WindowCounts(Entered: 3, Answered: 2, AnsweredInTime: 1, Abandoned: 1, AbandonedShort: 0, Completed: 2, Handled: 2, HandleTimeMs: 90_900);

        Assert.Equal(45, LiveWindow.OfHour(counts).HandleSeconds);
        Assert.Null(LiveWindow.OfHour(counts with { Handled = 0, HandleTimeMs = 0 }).HandleSeconds);
        Assert.Null(LiveWindow.Of(counts).HandleSeconds);
    }

    [Fact]
    public async Task Queues_AndRows_SayHowTheirDayAndTheirHourWent()
    {
        var (admin, claims) = await live.NewWorkspaceAsync();
        using var _ = admin;
        await using var hub = await HubSocket.WatchAsync(live.Server.HttpAddress, claims: claims);
        var first = (await hub.FrameAsync())!["queues"]![0]!;
        Assert.Equal((0, null, 12), ((int)first["today"]!["entered"]!, first["today"]!["serviceLevel"], first["enteredSeries"]!.AsArray().Count));

        await admin.Tickets.SubmitAsync(new V1.SubmitRequest { Source = "test", ExternalId = "1", Channel = "call", Queue = "service" });
        var frame = await hub.FrameAsync(f => f["queues"]!.AsArray().Any(q => (int)q!["last5"]!["entered"]! == 1), "the ticket is counted");
        var queue = frame["queues"]![0]!;
        Assert.Equal((1, 1, 1, 0.0), ((int)queue["last15"]!["entered"]!, (int)queue["last60"]!["entered"]!, (int)queue["today"]!["entered"]!, (double)queue["today"]!["serviceLevel"]!));
        Assert.False(queue["last60"]!.AsObject().ContainsKey("handleSeconds"));
        Assert.Equal(1, queue["enteredSeries"]!.AsArray().Sum(p => (int)p!));
        var row = (await admin.Supervisors.GetLiveAsync(new V1.GetLiveRequest { WithoutAgents = true })).Rows.Single();
        Assert.Equal((1, 0, 0, 0.0), (row.EnteredToday, row.CompletedToday, row.AbandonedToday, row.ServiceLevel));
    }

    [Fact]
    public async Task Token_InTheAddressOfAHub_IsNotLogged()
    {
        await using var hub = await HubSocket.WatchAsync(live.Server.HttpAddress);
        await hub.FrameAsync();

        Assert.DoesNotContain(live.Server.Logs.Entries, e => e.Text.Contains("access_token", StringComparison.Ordinal));
    }

    private static JsonArray Rows(JsonNode frame) => frame["rows"]!.AsArray();
}
