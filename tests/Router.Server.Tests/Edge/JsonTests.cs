using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Router.Server.Tests.Edge;

/// <summary>What browsers ask by JSON: the same answers, refusals and histories as over gRPC.</summary>
public sealed class JsonTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public async Task Move_OverJson_ChangesTheTicketAndNamesWhoAndWhy()
    {
        using var admin = TestCaller.As(server.Server, "admin");
        await PutQueueAsync(admin, "json-one");
        await PutQueueAsync(admin, "json-two");
        var ticket = (await admin.Tickets.SubmitAsync(new V1.SubmitRequest { Source = "json", ExternalId = "1", Channel = "call", Queue = "json-one" })).TicketId;

        var (status, answer) = await PostAsync(
            "SupervisorService/Move", $$"""{"tickets":{"ticketIds":["{{ticket}}"],"why":"<b>too many</b>"},"queue":"json-two"}""", subject: "noa");
        var (_, history) = await PostAsync("SupervisorService/History", $$"""{"ticketId":"{{ticket}}"}""");

        Assert.Equal((HttpStatusCode.OK, 1), (status, (int)answer["changed"]!));
        var moved = history["entries"]!.AsArray().Single(e => (string?)e!["action"] == "HISTORY_ACTION_MOVED")!;
        Assert.Equal(("noa", "<b>too many</b>"), ((string?)moved["actor"]!["id"], (string?)moved["note"]));
        Assert.Equal("json-two", (string?)history["ticket"]!["queue"]);
    }

    [Theory]
    [InlineData("SupervisorService/ListTickets", """{"queue":"nowhere"}""", HttpStatusCode.NotFound, "UNKNOWN_QUEUE", "queue")]
    [InlineData("SupervisorService/GetLive", """{"agentIds":["nobody"]}""", HttpStatusCode.NotFound, "UNKNOWN_AGENT", "agent_ids[0]")]
    [InlineData("SupervisorService/ListTickets", """{"queue":""", HttpStatusCode.BadRequest, "INVALID_REQUEST", "")]
    [InlineData("SupervisorService/ListTickets", """{"cue":"x"}""", HttpStatusCode.BadRequest, "INVALID_REQUEST", "")]
    [InlineData("SupervisorService/WhatIf", "{}", HttpStatusCode.BadRequest, "INVALID_REQUEST", "from")]
    public async Task Mistakes_OverJson_AreToldAsOverGrpc(string method, string body, HttpStatusCode expected, string reason, string field)
    {
        var (status, answer) = await PostAsync(method, body);

        Assert.Equal((expected, reason, field), (status, (string?)answer["reason"], (string?)answer["metadata"]!["field"]));
        Assert.NotEmpty((string)answer["message"]!);
    }

    [Fact]
    public async Task Request_ThatIsNoJson_OrTooLarge_IsRefused()
    {
        var (form, formAnswer) = await PostAsync("SupervisorService/ListQueues", new string('q', 40_000_000), type: "text/plain");
        var (large, largeAnswer) = await PostAsync("SupervisorService/ListTickets", $$"""{"queue":"{{new string('q', 300_000)}}"}""");
        var (huge, hugeAnswer) = await PostAsync("SupervisorService/ListTickets", $$"""{"queue":"{{new string('q', 40_000_000)}}"}""");

        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_REQUEST"), (form, (string?)formAnswer["reason"]));
        Assert.Equal((HttpStatusCode.BadRequest, "TOO_LARGE"), (large, (string?)largeAnswer["reason"]));
        Assert.Equal((HttpStatusCode.BadRequest, "TOO_LARGE"), (huge, (string?)hugeAnswer["reason"]));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("STEAL")]
    public async Task Request_ByAnotherVerb_DoesNothing_AndIsToldTheRightOne(string verb)
    {
        using var http = new HttpClient { BaseAddress = server.Server.HttpAddress };
        using var request = Request("SupervisorService/ListQueues", "{}", "supervisor", "sam", "application/json");
        request.Method = new HttpMethod(verb);
        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains($"for '{verb}': methods are called by POST", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAnotherHost_IsRefused()
    {
        using var http = new HttpClient { BaseAddress = server.Server.HttpAddress };
        using var request = Request("SupervisorService/ListQueues", "{}", "supervisor", "sam", "application/json");
        request.Headers.Add("Origin", "http://elsewhere.example");
        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<(HttpStatusCode Status, JsonNode Answer)> PostAsync(
        string method, string body, string subject = "sam", string type = "application/json")
    {
        using var http = new HttpClient { BaseAddress = server.Server.HttpAddress };
        using var request = Request(method, body, "supervisor", subject, type);
        using var answer = await http.SendAsync(request);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    private static HttpRequestMessage Request(string method, string body, string role, string subject, string type) => new(HttpMethod.Post, $"/api/{method}")
    {
        Content = new StringContent(body, Encoding.UTF8, type),
        Headers = { Authorization = new AuthenticationHeaderValue("Bearer", TestKey.Token(role, subject)) },
    };

    private static async Task PutQueueAsync(TestCaller admin, string name) => await admin.Supervisors.PutQueueAsync(new V1.PutQueueRequest
    {
        Queue = new V1.QueuePolicy { Name = name, Channels = { new V1.QueueChannelPolicy { Channel = "call" } } },
    });
}
