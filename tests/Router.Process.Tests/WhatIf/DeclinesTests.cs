using Google.Protobuf.WellKnownTypes;
using Router.ProcessTests.Infrastructure;
using Router.V1;

namespace Router.ProcessTests.WhatIf;

/// <summary>An agent declines some of what he is offered by a real server; played again he declines about as much, and customers wait for it.</summary>
public sealed class DeclinesTests
{
    private const int Tickets = 20;
    private const int OneInSoMany = 4;

    [Fact]
    public async Task An_agent_who_declined_one_in_four_does_so_in_the_replay()
    {
        await using var server = await ServerProcess.StartAsync(new()
        {
            ["Router__Clock__Speed"] = "10",
            ["Router__Clock__Start"] = "2026-03-02T09:00:00Z",
        });
        using var clients = await Clients.OpenAsync(server);
        await clients.SetUpAsync(agents: 1);
        await using var agent = await TestAgent.SignInAsync(clients, "agent-0");
        for (var i = 0; i < Tickets; i++)
        {
            var id = (await clients.Tickets.SubmitAsync(Clients.Call($"call-{i}"), clients.Headers)).TicketId;
            if (i % OneInSoMany == 0)
            {
                await agent.DeclineAsync(id);
            }

            await agent.AcceptAsync(id);
            await agent.CompleteAsync(id);
        }

        var answer = await clients.Supervisors.WhatIfAsync(
            new WhatIfRequest { From = Timestamp.FromDateTime(new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc)) }, clients.Headers);

        var (recorded, replayed) = (answer.Recorded[^1], answer.Replayed[^1]);
        Assert.Equal(Tickets / OneInSoMany, recorded.Declined);
        Assert.InRange(replayed.Declined, recorded.Declined / 2, recorded.Declined * 2);
        Assert.Equal(Tickets, replayed.Answered);
        // Each decline costs a customer the cool-down of a minute; nobody waits otherwise.
        Assert.True(replayed.SpeedOfAnswer.Average.ToTimeSpan() > TimeSpan.FromSeconds(5), $"{replayed.SpeedOfAnswer.Average}");
        Assert.Equal(answer.Replayed, answer.Simulated);
    }
}
