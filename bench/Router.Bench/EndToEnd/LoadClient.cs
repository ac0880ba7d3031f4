using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Router.Bench.Live;
using Router.V1;

namespace Router.Bench.EndToEnd;

/// <summary>Adapters and agents in one process: submits tickets, and has each accepted and completed by the agent it is offered.</summary>
internal sealed class LoadClient(LoadPlan plan) : IDisposable
{
    private const int SubmittersAtOnce = 64;
    private const int StreamsAtOnce = 2;
    private const int Connections = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Metadata _headers = new() { { "authorization", $"Bearer {plan.Token}" } };
    private readonly ConcurrentDictionary<long, long> _sentAt = new();
    private readonly List<double> _offerMs = [];
    private SemaphoreSlim _room = new(1);
    private CountdownEvent _left = new(1);
    private TaskCompletionSource _done = new();
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _next = Stopwatch.GetTimestamp();
    private long _answerBytes;

    /// <summary>Runs the plan.</summary>
    /// <param name="told">Told a line when measuring begins and another when it ends.</param>
    public async Task<LoadResult> RunAsync(TextWriter told)
    {
        var channels = Enumerable.Range(0, Connections).Select(_ => GrpcChannel.ForAddress(plan.Address)).ToList();
        var agents = Enumerable.Range(0, plan.Agents)
            .Select(a => new BenchAgent(new(channels[a % Connections]), _headers, BenchTickets.AgentId(a))).ToList();
        foreach (var some in agents.Chunk(SubmittersAtOnce))
        {
            await Task.WhenAll(some.Select(a => a.SignInAsync()));
        }

        var working = Task.WhenAll(agents.Select(a => WatchAsync(a.WorkAsync(Offered, Completed))));
        var tickets = new TicketService.TicketServiceClient(channels[0]);
        await MoveAsync(tickets, plan.WarmUp);
        _offerMs.Clear();
        var bytes = Bytes(agents);
        var cpu = Environment.CpuUsage.TotalTime;
        await told.WriteLineAsync("measuring");
        var watch = Stopwatch.StartNew();
        await MoveAsync(tickets, plan.Tickets);
        await told.WriteLineAsync("measured");
        var seconds = watch.Elapsed.TotalSeconds;
        cpu = Environment.CpuUsage.TotalTime - cpu;
        bytes = Bytes(agents) - bytes;
        _offerMs.Sort();
        await Task.WhenAll(agents.Select(a => a.SignOutAsync()));
        await working.WaitAsync(Patience);
        agents.ForEach(a => a.Dispose());
        channels.ForEach(c => c.Dispose());
        return new LoadResult(plan.Tickets / seconds, Percentile(0.50), Percentile(0.99), cpu.TotalSeconds, bytes / plan.Tickets);
    }

    private long Bytes(List<BenchAgent> agents) => Interlocked.Read(ref _answerBytes) + agents.Sum(a => a.Bytes);

    public void Dispose()
    {
        _room.Dispose();
        _left.Dispose();
    }

    private async Task MoveAsync(TicketService.TicketServiceClient client, int tickets)
    {
        Dispose();
        _left = new CountdownEvent(tickets);
        _done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _room = new SemaphoreSlim(2 * plan.Agents);
        var submitting = plan switch
        {
            { PerSecond: > 0 } => SubmitAtRateAsync(client, tickets),
            { Streamed: true } => Task.WhenAll(Share(tickets, StreamsAtOnce).Select(n => WatchAsync(SubmitStreamedAsync(client, n)))),
            _ => Task.WhenAll(Share(tickets, SubmittersAtOnce).Select(n => WatchAsync(SubmitUnaryAsync(client, n)))),
        };
        var finished = Task.WhenAll(WatchAsync(submitting), _done.Task);
        var patience = Patience + TimeSpan.FromSeconds(plan.PerSecond > 0 ? tickets / plan.PerSecond : 0);
        await await Task.WhenAny(finished, _failed.Task).WaitAsync(patience);
    }

    /// <summary>Lets the first failure of anybody end the run: the others would wait for tickets that never come.</summary>
    private async Task WatchAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (Exception failure)
        {
            _failed.TrySetException(failure);
            throw;
        }
    }

    private async Task SubmitUnaryAsync(TicketService.TicketServiceClient client, int tickets)
    {
        for (var i = 0; i < tickets; i++)
        {
            await _room.WaitAsync();
            var answer = await client.SubmitAsync(Next(), _headers);
            Interlocked.Add(ref _answerBytes, answer.CalculateSize());
        }
    }

    private async Task SubmitStreamedAsync(TicketService.TicketServiceClient client, int tickets)
    {
        using var call = client.SubmitStream(_headers);
        var reading = Task.Run(async () =>
        {
            while (await call.ResponseStream.MoveNext(CancellationToken.None))
            {
                Interlocked.Add(ref _answerBytes, call.ResponseStream.Current.CalculateSize());
                if (call.ResponseStream.Current.Refused is { } refused)
                {
                    throw new InvalidOperationException(refused.Message);
                }
            }
        });
        for (var i = 0; i < tickets; i++)
        {
            await _room.WaitAsync();
            await call.RequestStream.WriteAsync(new SubmitStreamRequest { Tag = i, Submit = Next() });
        }

        await call.RequestStream.CompleteAsync();
        await reading;
    }

    /// <summary>Submits on time whatever the server does, so that a slow answer delays no other ticket's measurement.</summary>
    private async Task SubmitAtRateAsync(TicketService.TicketServiceClient client, int tickets)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1_000.0 / plan.PerSecond));
        var calls = new List<Task>(tickets);
        for (var i = 0; i < tickets; i++)
        {
            await timer.WaitForNextTickAsync();
            var number = Interlocked.Increment(ref _next);
            _sentAt[number] = Stopwatch.GetTimestamp();
            calls.Add(client.SubmitAsync(Ticket(number), _headers).ResponseAsync);
        }

        await Task.WhenAll(calls);
    }

    private SubmitRequest Next() => Ticket(Interlocked.Increment(ref _next));

    private SubmitRequest Ticket(long number)
    {
        var ticket = BenchTickets.Submit(number);
        if (plan.Queues > 0)
        {
            ticket.Queue = LiveLoad.Queue(number);
            ticket.Skills.Clear();
        }

        return ticket;
    }

    private void Offered(Offer offer)
    {
        if (plan.PerSecond > 0 && _sentAt.TryRemove(long.Parse(offer.Ticket.ExternalId, System.Globalization.CultureInfo.InvariantCulture), out var sent))
        {
            lock (_offerMs)
            {
                _offerMs.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }
        }
    }

    private void Completed()
    {
        _room.Release();
        if (_left.Signal())
        {
            _done.SetResult();
        }
    }

    private double Percentile(double share) => _offerMs.Count == 0 ? 0 : _offerMs[(int)((_offerMs.Count - 1) * share)];

    private static IEnumerable<int> Share(int all, int parts) => Enumerable.Range(0, parts).Select(p => (all / parts) + (p < all % parts ? 1 : 0));
}
