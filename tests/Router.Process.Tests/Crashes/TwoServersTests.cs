using Grpc.Core;
using Router.ProcessTests.Infrastructure;
using Router.Testing;
using Router.V1;

namespace Router.ProcessTests.Crashes;

/// <summary>A server is held past its lease while a second one on the same Redis takes over, and then let go on.</summary>
public sealed class TwoServersTests
{
    private const int Calls = 40;

    [Fact]
    public async Task A_server_that_was_held_past_its_lease_does_and_tells_nothing_that_the_next_owner_does_not_know()
    {
        await using var redis = await RedisProcess.StartAsync(new() { Tcp = true, AppendOnly = true });
        Dictionary<string, string> shared = new() { ["Redis__Configuration"] = redis.Endpoint };
        await using var first = await ServerProcess.StartAsync(new(shared));
        await using var second = await ServerProcess.StartAsync(new(shared), isServed: false);
        using var before = await Clients.OpenAsync(first);
        using var after = await Clients.OpenAsync(second);
        await before.SetUpAsync(agents: 2);
        await using var busy = await TestAgent.SignInAsync(before, "agent-0");
        var held = (await before.Tickets.SubmitAsync(Clients.Call("held"), before.Headers)).TicketId;
        await busy.AcceptAsync(held);
        var known = new Dictionary<string, string> { ["held"] = held };
        var submitting = SubmitAsync(before, known);
        await Eventually.TrueAsync(() => Task.FromResult(Count(known) > Calls / 2), "submits before the server is held");

        first.Pause();
        // These wait in its sockets and are read when it goes on.
        var late = before.Tickets.SubmitAsync(Clients.Call("late"), before.Headers).ResponseAsync;
        var read = before.Tickets.GetAsync(new GetTicketRequest { TicketId = held }, before.Headers).ResponseAsync;
        var complete = busy.CompleteAsync(held);
        await Eventually.TrueAsync(async () => await IsServedAsync(after, held), "the second server to take over");
        await using var idle = await TestAgent.SignInAsync(after, "agent-1");
        await idle.SeesAsync(s => s.Offers.Any(), "an offer by the second server");
        var taken = idle.State.Offers.Single().Ticket.Id;
        await idle.AcceptAsync(taken);
        var told = await after.GetAsync(held);
        first.Continue();

        await Assert.ThrowsAsync<RpcException>(() => Eventually.DoneAsync(late, "the submit to the server that was held"));
        await Assert.ThrowsAsync<RpcException>(() => Eventually.DoneAsync(read, "the question to the server that was held"));
        await Assert.ThrowsAnyAsync<RpcException>(() => Eventually.DoneAsync(submitting, "the submits to the server that was held"));
        Assert.False(complete.IsCompleted);
        Assert.Equal(told, await after.GetAsync(held));
        Assert.Equal("agent-1", (await after.GetAsync(taken)).Assignment.AgentId);
        foreach (var (externalId, ticketId) in known)
        {
            var again = await after.Tickets.SubmitAsync(Clients.Call(externalId), after.Headers);
            Assert.Equal((ticketId, false), (again.TicketId, again.Created));
        }

        var numbers = await NumbersAsync(after);
        Assert.Equal(Enumerable.Range((int)numbers[0], numbers.Count).Select(n => (long)n), numbers);
    }

    /// <summary>Submits until the server does not take it.</summary>
    private static async Task SubmitAsync(Clients clients, Dictionary<string, string> known)
    {
        for (var call = 0; ; call++)
        {
            var submitted = await clients.Tickets.SubmitAsync(Clients.Call($"call-{call}"), clients.Headers);
            lock (known)
            {
                known[$"call-{call}"] = submitted.TicketId;
            }
        }
    }

    private static int Count(Dictionary<string, string> known)
    {
        lock (known)
        {
            return known.Count;
        }
    }

    private static async Task<bool> IsServedAsync(Clients clients, string ticketId) =>
        (await clients.Tickets.GetAsync(new GetTicketRequest { TicketId = ticketId }, clients.Headers)).Id == ticketId;

    private static async Task<List<long>> NumbersAsync(Clients clients)
    {
        using var watch = clients.Events.Watch(new WatchEventsRequest { EndAtNewest = true }, clients.Headers);
        var numbers = new List<long>();
        await foreach (var one in watch.ResponseStream.ReadAllAsync())
        {
            numbers.Add(one.Position.Number);
        }

        return numbers;
    }
}
