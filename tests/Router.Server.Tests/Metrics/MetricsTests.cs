using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Router.Server.Tests.Edge;
using Router.Testing;

namespace Router.Server.Tests.Metrics;

/// <summary>The page at <c>/metrics</c>.</summary>
public sealed class MetricsTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public async Task Page_AfterSomeWork_HasItAndNothingOfTicketsOrAgents()
    {
        using var queue = await server.NewQueueAsync();
        using var anna = await queue.SignInAsync();
        var answered = await queue.SubmitAsync();
        await anna.DoAsync(new() { Accept = new() { TicketId = answered.TicketId, OfferNo = 1 } });
        await queue.SubmitAsync(change: t => t.Languages.Add(new V1.LanguageRequirement { Language = "he", MinLevel = 1 }));
        var left = await queue.SubmitAsync();
        await queue.Adapter.Tickets.EndAsync(new() { TicketId = left.TicketId });
        await Assert.ThrowsAsync<Grpc.Core.RpcException>(async () => await queue.SubmitAsync(change: t => t.Queue = "nowhere"));

        var text = await PageAsync();
        var page = PrometheusPage.Read(text);

        var labels = $"{{channel=\"call\",queue=\"{queue.Name}\",workspace=\"default\"}}";
        Assert.Equal(3, page[$"router_tickets_entered_total{labels}"]);
        Assert.Equal(1, page[$"router_offers_made_total{labels}"]);
        Assert.Equal(1, page[$"router_tickets_answered_total{labels}"]);
        Assert.Equal(1, page[$"router_tickets_abandoned_short_total{labels}"]);
        Assert.Equal((1, 1), (page[$"router_tickets_waiting{labels}"], page[$"router_tickets_assigned{labels}"]));
        Assert.InRange(page[$"router_oldest_wait_seconds{labels}"], 0, 60);
        Assert.True(page["router_refusals_total{reason=\"UNKNOWN_QUEUE\"}"] >= 1);
        Assert.True(page["router_streams"] >= 1);
        Assert.Equal((1, 1), (page["router_redis_connected"], page["router_workspace_served{workspace=\"default\"}"]));
        Assert.True(page["router_commit_duration_seconds_count{workspace=\"default\"}"] >= 4);
        Assert.True(page["router_agents{activity=\"handling\",workspace=\"default\"}"] >= 1);
        Assert.Equal("histogram", page.Types["router_batch_calls"]);
        Assert.Contains(page.Types.Keys, name => name.StartsWith("dotnet_", StringComparison.Ordinal));
        Assert.DoesNotContain(answered.TicketId, text, StringComparison.Ordinal);
        Assert.DoesNotContain(anna.SignedIn!.AgentId, text, StringComparison.Ordinal);
        await CheckWithPromtoolAsync(text);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("agent", HttpStatusCode.Forbidden)]
    [InlineData("adapter", HttpStatusCode.Forbidden)]
    [InlineData("supervisor", HttpStatusCode.Forbidden)]
    [InlineData("admin", HttpStatusCode.OK)]
    public async Task Page_IsForAdmins(string? role, HttpStatusCode expected)
    {
        using var answer = await AskAsync(server.Server.HttpAddress, role);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Page_ThatTheSettingsOpen_IsForAnybody()
    {
        await using var open = await Infrastructure.RouterServer.StartAsync([("Router:Metrics:Open", "true")]);

        using var answer = await AskAsync(open.HttpAddress, role: null);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
    }

    private static async Task<HttpResponseMessage> AskAsync(Uri server, string? role)
    {
        using var http = new HttpClient { BaseAddress = server };
        http.DefaultRequestHeaders.Authorization = role is null ? null : new AuthenticationHeaderValue("Bearer", TestKey.Token(role));
        return await Eventually.DoneAsync(http.GetAsync(new Uri("/metrics", UriKind.Relative)), "the page comes");
    }

    private async Task<string> PageAsync()
    {
        using var answer = await AskAsync(server.Server.HttpAddress, "admin");
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Prometheus' own judgement, where it is installed; the page was read strictly before.</summary>
    private static async Task CheckWithPromtoolAsync(string page)
    {
        var path = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(p => Path.Combine(p, "promtool")).FirstOrDefault(File.Exists);
        if (path is null)
        {
            return;
        }

        var start = new ProcessStartInfo(path, ["check", "metrics"]) { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true };
        using var promtool = Process.Start(start)!;
        await promtool.StandardInput.WriteAsync(page);
        promtool.StandardInput.Close();
        var said = await promtool.StandardError.ReadToEndAsync() + await promtool.StandardOutput.ReadToEndAsync();
        await promtool.WaitForExitAsync();

        // 3: it would name a metric of the runtime otherwise.
        Assert.True(promtool.ExitCode is 0 or 3, said);
        Assert.DoesNotContain("router_", said, StringComparison.Ordinal);
    }
}
