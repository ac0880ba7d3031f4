using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Router.Server.Tests.Edge;
using Router.Server.Tests.Infrastructure;
using Router.Server.Traces;

namespace Router.Server.Tests.Traces;

/// <summary>Traces of tickets, as a collector gets them.</summary>
public sealed class TraceTests
{
    [Fact]
    public async Task A_ticket_is_one_trace_from_submit_to_its_end()
    {
        await using var collector = await Collector.StartAsync();
        string ticketId;
        await using (var server = await RouterServer.StartAsync([("Router:Traces:Endpoint", collector.Address), ("Router:Traces:Protocol", "http")]))
        {
            ticketId = await HandleOneAsync(server);
            await server.StopAsync();
        }

        var text = Encoding.Latin1.GetString(collector.Received);
        var trace = Encoding.Latin1.GetString(Bytes(ticketId));
        foreach (var span in new[] { "submit", "commit", "offer", "accept", "wait", "handle" })
        {
            Assert.Contains(span, text, StringComparison.Ordinal);
        }

        // submit, offer, accept, wait, handle, and a commit for each of the three batches.
        Assert.True(Count(text, trace) >= 8, $"{Count(text, trace)} spans");
        Assert.Contains(ticketId, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ruth", text, StringComparison.Ordinal);
        Assert.DoesNotContain("anna", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tickets_outside_the_share_are_not_traced()
    {
        await using var collector = await Collector.StartAsync();
        await using (var server = await RouterServer.StartAsync(
            [("Router:Traces:Endpoint", collector.Address), ("Router:Traces:Protocol", "http"), ("Router:Traces:Share", "0")]))
        {
            await HandleOneAsync(server);
            await server.StopAsync();
        }

        Assert.Empty(collector.Received);
    }

    [Fact]
    public void Options_thatCannotBe_AreAllNamed()
    {
        var wrong = new TraceOptionsCheck().Validate(null, new TraceOptions { Endpoint = "collector:4317", Protocol = "udp", Share = 2 });

        Assert.Equal(3, wrong.Failures!.Count());
    }

    private static async Task<string> HandleOneAsync(RouterServer server)
    {
        using var admin = TestCaller.As(server, "admin", "root");
        await admin.Supervisors.PutQueueAsync(new()
        {
            Queue = new() { Name = "service", Channels = { new V1.QueueChannelPolicy { Channel = "call", WrapUp = new() { Kind = V1.WrapUpKind.None } } } },
        });
        await admin.Supervisors.PutAgentAsync(new() { Profile = new() { AgentId = "anna" } });
        using var caller = TestCaller.As(server, "agent", "anna");
        using var anna = await TestAgent.SignInAsync(caller);
        var ticket = await admin.Tickets.SubmitAsync(new() { Source = "test", ExternalId = "1", Channel = "call", Queue = "service", Customer = new() { Name = "Ruth" } });
        await anna.DoAsync(new() { Accept = new() { TicketId = ticket.TicketId, OfferNo = 1 } });
        await anna.DoAsync(new() { Complete = new() { TicketId = ticket.TicketId, AssignmentNo = 1 } });
        return ticket.TicketId;
    }

    private static byte[] Bytes(string ticketId)
    {
        var bytes = new byte[16];
        TraceContext.Of(ticketId).TraceId.CopyTo(bytes);
        return bytes;
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    /// <summary>Takes what is sent to it over HTTP.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly ConcurrentQueue<byte[]> _received = [];
        private readonly WebApplication _app;

        private Collector()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _app = builder.Build();
            _app.MapPost("/v1/traces", TakeAsync);
        }

        public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1/traces";

        public byte[] Received => [.. _received.SelectMany(r => r)];

        public static async Task<Collector> StartAsync()
        {
            var collector = new Collector();
            await collector._app.StartAsync();
            return collector;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private async Task TakeAsync(HttpContext context)
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            _received.Enqueue(body.ToArray());
        }
    }
}
