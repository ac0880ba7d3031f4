using System.Text.Json;
using Grpc.Core;
using Router.ProcessTests.Infrastructure;
using Router.ProcessTests.Kill;
using Router.Testing;
using Router.V1;

namespace Router.ProcessTests.Faults;

/// <summary>The checker itself is put to the test: each way to break a promise must make the figure meant for it other than zero.</summary>
public sealed class CheckerTests(FaultyServer faulty) : IClassFixture<FaultyServer>
{
    private const int Calls = 200;
    private const int KilledAt = 100;
    private const int Agents = 5;

    [Theory]
    [InlineData("", false, "")]
    [InlineData("drop-event", false, "events_missing")]
    [InlineData("reply-before-commit", true, "lost")]
    [InlineData("two-accepts", false, "owned_twice")]
    [InlineData("forget-ticket", true, "lost")]
    public async Task A_fault_is_seen_in_the_figure_meant_for_it(string fault, bool withKill, string figure)
    {
        await using var server = await ServerProcess.StartAsync(new() { ["ROUTER_FAULT"] = fault }, faulty.Program);
        using var clients = await Clients.OpenAsync(server);
        await clients.SetUpAsync(Agents);
        using var journal = new Journal(Path.Combine(server.Folder, "journal"));
        using var breakOff = new CancellationTokenSource();
        var traffic = new Traffic(server, clients, journal);
        var working = traffic.WorkAsync(Agents, CancellationToken.None, breakOff.Token);
        var submitting = traffic.SubmitAsync(Calls);
        if (withKill)
        {
            await Eventually.TrueAsync(() => Task.FromResult(traffic.Submitted >= KilledAt), "enough submits for a kill", TimeSpan.FromMinutes(2));
            await server.Kill9Async();
            await server.StartAsync();
        }

        await Eventually.DoneAsync(submitting, "all submits", TimeSpan.FromMinutes(2));
        await Eventually.TrueAsync(() => AllOverAsync(clients, traffic), "every ticket to end", TimeSpan.FromMinutes(2));
        // An agent who holds a lost ticket would never be done with it.
        await breakOff.CancelAsync();
        await Eventually.DoneAsync(working, "the agents to break off");
        var check = await RouterCommand.RunAsync(server, "check", journal.Folder);

        var tally = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(check.LastLine)!;
        var found = new[] { "lost", "owned_twice", "events_missing" }.Where(f => tally[f].GetInt32() > 0).ToList();
        Assert.Equal(fault.Length == 0 ? 0 : 3, check.ExitCode);
        if (fault.Length == 0)
        {
            Assert.Empty(found);
        }
        else
        {
            Assert.Contains(figure, found);
        }
    }

    private static async Task<bool> AllOverAsync(Clients clients, Traffic traffic)
    {
        foreach (var ticketId in traffic.Open)
        {
            if (!await IsOverAsync(clients, ticketId))
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<bool> IsOverAsync(Clients clients, string ticketId)
    {
        try
        {
            return (await clients.GetAsync(ticketId)).State is TicketState.Completed or TicketState.Abandoned;
        }
        catch (RpcException forgotten) when (forgotten.StatusCode == StatusCode.NotFound)
        {
            return true;
        }
    }
}
