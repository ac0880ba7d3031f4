using System.Net;
using Router.Server.Live;

namespace Router.Server.Tests.Live;

/// <summary>The files of the dashboard.</summary>
public sealed class DashboardTests(LiveServer live) : IClassFixture<LiveServer>
{
    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/scripts/main.js", "text/javascript")]
    [InlineData("/styles/base.css", "text/css")]
    [InlineData("/languages/he.json", "application/json")]
    [InlineData("/lib/signalr/signalr.min.js", "text/javascript")]
    [InlineData("/lib/signalr/LICENSE.txt", "text/plain")]
    [InlineData("/icon.svg", "image/svg+xml")]
    public async Task File_IsServedToAnybody_AndMayLoadNothingFromElsewhere(string path, string type)
    {
        using var http = new HttpClient { BaseAddress = live.Server.HttpAddress };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Dashboard.ContentSecurityPolicy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(answer.Headers.CacheControl?.NoCache);
    }

    [Fact]
    public async Task File_ThatHasNotChanged_IsNotSentAgain()
    {
        using var http = new HttpClient { BaseAddress = live.Server.HttpAddress };
        using var first = await http.GetAsync(new Uri("/styles/base.css", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/styles/base.css", UriKind.Relative));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/../Router.Server.dll")]
    [InlineData("/%2e%2e/Router.Server.dll")]
    public async Task Anything_Else_IsRefused(string path)
    {
        using var http = new HttpClient { BaseAddress = live.Server.HttpAddress };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
