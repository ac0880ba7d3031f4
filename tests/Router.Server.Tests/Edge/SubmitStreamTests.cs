using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Router.Server.Edge.Access;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Tickets;
using Router.Testing;

namespace Router.Server.Tests.Edge;

/// <summary>Many submits on one stream: each answered, in order, with its tag.</summary>
public sealed class SubmitStreamTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    private const int MostUnanswered = 256;

    /// <summary>What is logged while Redis is held.</summary>
    private static readonly int[] OfAnOutage = [101, 211, 212, 222, 223];

    [Fact]
    public async Task Answers_come_in_order_with_their_tags_and_a_refusal_ends_nothing()
    {
        using var queue = await server.NewQueueAsync();
        using var stream = queue.Adapter.Tickets.SubmitStream();
        for (var tag = 1; tag <= 50; tag++)
        {
            var submit = tag == 9 ? null : queue.NewTicket();
            if (tag is 5 or 7)
            {
                submit!.Queue = tag == 5 ? "nowhere" : queue.Name;
                submit.Source = tag == 7 ? "another" : queue.Name;
            }

            await stream.RequestStream.WriteAsync(new() { Tag = tag * 1_000_000_007L, Submit = submit });
        }

        await stream.RequestStream.CompleteAsync();
        var answers = await AllAsync(stream);

        Assert.Equal(Enumerable.Range(1, 50).Select(t => t * 1_000_000_007L), answers.Select(a => a.Tag));
        Assert.Equal(
            [(5, V1.Reason.UnknownQueue, StatusCode.NotFound), (7, V1.Reason.NotAllowed, StatusCode.PermissionDenied), (9, V1.Reason.InvalidRequest, StatusCode.InvalidArgument)],
            answers.Where(a => a.Refused is not null).Select(a => ((int)(a.Tag / 1_000_000_007L), a.Refused.Reason, (StatusCode)a.Refused.Code)));
        Assert.Equal(47, answers.Where(a => a.Accepted is { Created: true }).Select(a => a.Accepted.TicketId).Distinct().Count());
        Assert.Equal(StatusCode.OK, stream.GetStatus().StatusCode);
    }

    [Fact]
    public async Task What_was_not_answered_when_the_stream_broke_is_sent_again_and_is_the_same_tickets()
    {
        const int count = 100;
        using var queue = await server.NewQueueAsync();
        var tickets = Enumerable.Range(0, count).Select(_ => queue.NewTicket()).ToList();
        var before = new Dictionary<string, string>();
        using (var broken = queue.Adapter.Tickets.SubmitStream())
        {
            foreach (var ticket in tickets)
            {
                await broken.RequestStream.WriteAsync(new() { Submit = ticket });
            }

            for (var i = 0; i < count / 4; i++)
            {
                Assert.True(await Eventually.DoneAsync(broken.ResponseStream.MoveNext(CancellationToken.None), "an answer"));
                before[tickets[i].ExternalId] = broken.ResponseStream.Current.Accepted.TicketId;
            }
        }

        var first = await SendAllAsync(queue, tickets);
        var second = await SendAllAsync(queue, tickets);

        Assert.Equal(count, first.Select(a => a.Accepted.TicketId).Distinct().Count());
        Assert.All(tickets.Take(count / 4).Zip(first), p => Assert.Equal((before[p.First.ExternalId], false), (p.Second.Accepted.TicketId, p.Second.Accepted.Created)));
        Assert.Equal(first.Select(a => (a.Accepted.TicketId, false)), second.Select(a => (a.Accepted.TicketId, a.Accepted.Created)));
        var row = Assert.Single((await server.Admin.Supervisors.GetLiveAsync(new() { Queues = { queue.Name }, WithoutAgents = true })).Rows);
        Assert.Equal(count, row.Waiting);
    }

    [Fact]
    public async Task With_256_unanswered_it_reads_no_further_until_some_are_answered()
    {
        using var queue = await server.NewQueueAsync();
        server.Server.Logs.Expect(OfAnOutage);
        var services = server.Server.Services;
        var requests = new Requests(queue, 3 * MostUnanswered);
        var answers = new Answers(requests);
        var caller = new Caller("adapter", Roles.Adapter, "default", queue.Name, DateTimeOffset.MaxValue);
        var edge = services.GetRequiredService<EdgeWorkspaces>().Find("default")!;
        var call = new Call(caller, edge, "/router.v1.TicketService/SubmitStream", TimeSpan.FromMinutes(1), CancellationToken.None);

        server.Server.Redis.Pause();
        Task serving;
        try
        {
            serving = services.GetRequiredService<SubmitStreamCall>().RunAsync(call, requests, answers);
            await Eventually.TrueAsync(() => Task.FromResult(requests.Read >= MostUnanswered), "all are read that may be");
        }
        finally
        {
            server.Server.Redis.Continue();
        }

        await Eventually.DoneAsync(serving, "all are answered");

        Assert.Equal(MostUnanswered, answers.ReadBeforeFirst);
        Assert.Equal(Enumerable.Range(1, 3 * MostUnanswered).Select(t => ((long)t, true)), answers.All.Select(a => (a.Tag, a.Accepted is not null)));
        Assert.InRange(answers.MostUnanswered, 1, MostUnanswered);
    }

    [Fact]
    public async Task A_caller_who_sends_on_while_nothing_is_answered_gets_all_his_answers()
    {
        const int count = 1_000;
        using var queue = await server.NewQueueAsync();
        server.Server.Logs.Expect(OfAnOutage);
        using var stream = queue.Adapter.Tickets.SubmitStream();
        server.Server.Redis.Pause();
        var sending = SendAsync(stream, [.. Enumerable.Range(0, count).Select(_ => queue.NewTicket())]);
        server.Server.Redis.Continue();

        var answers = await AllAsync(stream);
        await sending;

        Assert.Equal(Enumerable.Range(0, count).Select(t => ((long)t, true)), answers.Select(a => (a.Tag, a.Accepted is { Created: true })));
    }

    private static async Task<List<V1.SubmitStreamResponse>> SendAllAsync(TestQueue queue, List<V1.SubmitRequest> tickets)
    {
        using var stream = queue.Adapter.Tickets.SubmitStream();
        await SendAsync(stream, tickets);
        return await AllAsync(stream);
    }

    private static async Task SendAsync(AsyncDuplexStreamingCall<V1.SubmitStreamRequest, V1.SubmitStreamResponse> stream, List<V1.SubmitRequest> tickets)
    {
        for (var i = 0; i < tickets.Count; i++)
        {
            await stream.RequestStream.WriteAsync(new() { Tag = i, Submit = tickets[i] });
        }

        await stream.RequestStream.CompleteAsync();
    }

    private static async Task<List<V1.SubmitStreamResponse>> AllAsync(AsyncDuplexStreamingCall<V1.SubmitStreamRequest, V1.SubmitStreamResponse> stream)
    {
        var answers = new List<V1.SubmitStreamResponse>();
        while (await Eventually.DoneAsync(stream.ResponseStream.MoveNext(CancellationToken.None), $"answer {answers.Count + 1}"))
        {
            answers.Add(stream.ResponseStream.Current);
        }

        return answers;
    }

    /// <summary>A client that always has another submit, up to an end.</summary>
    private sealed class Requests(TestQueue queue, int count) : IAsyncStreamReader<V1.SubmitStreamRequest>
    {
        private int _read;

        public int Read => Volatile.Read(ref _read);

        public V1.SubmitStreamRequest Current { get; private set; } = new();

        public Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            if (_read == count)
            {
                return Task.FromResult(false);
            }

            Current = new V1.SubmitStreamRequest { Tag = _read + 1, Submit = queue.NewTicket() };
            Volatile.Write(ref _read, _read + 1);
            return Task.FromResult(true);
        }
    }

    /// <summary>Keeps the answers, and how many submits were read without one.</summary>
    private sealed class Answers(Requests requests) : IServerStreamWriter<V1.SubmitStreamResponse>
    {
        public List<V1.SubmitStreamResponse> All { get; } = [];

        public int ReadBeforeFirst { get; private set; }

        public int MostUnanswered { get; private set; }

        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(V1.SubmitStreamResponse message)
        {
            var unanswered = requests.Read - All.Count;
            ReadBeforeFirst = All.Count == 0 ? unanswered : ReadBeforeFirst;
            MostUnanswered = Math.Max(MostUnanswered, unanswered);
            All.Add(message);
            return Task.CompletedTask;
        }
    }
}
