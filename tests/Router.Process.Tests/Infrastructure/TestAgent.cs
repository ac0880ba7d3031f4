using Router.AgentClient;
using Router.AgentClient.State;
using Router.Testing;
using Router.V1;

namespace Router.ProcessTests.Infrastructure;

/// <summary>An agent whom a test leads by the hand.</summary>
internal sealed class TestAgent(AgentSession session) : IAsyncDisposable
{
    public AgentState State => session.State;

    public static async Task<TestAgent> SignInAsync(Clients clients, string agentId)
    {
        var options = new AgentSessionOptions { AgentId = agentId, Token = _ => ValueTask.FromResult<string?>(clients.Token) };
        var agent = new TestAgent(AgentSession.Start(clients.Channel, options));
        await agent.SeesAsync(state => state.Presence.Presence == Presence.Available, $"{agentId} to be available");
        return agent;
    }

    /// <summary>Waits until the state as the agent sees it is so.</summary>
    public Task SeesAsync(Func<AgentState, bool> condition, string what) =>
        Eventually.TrueAsync(() => Task.FromResult(condition(session.State)), what, TimeSpan.FromSeconds(90));

    /// <summary>Waits for an offer of the ticket and accepts it.</summary>
    public async Task AcceptAsync(string ticketId)
    {
        await SeesAsync(state => state.Offers.Any(o => o.Ticket.Id == ticketId), $"an offer of {ticketId}");
        var answer = await session.AcceptAsync(session.State.Offers.Single(o => o.Ticket.Id == ticketId));
        Assert.True(answer.IsDone, answer.Refusal?.Message);
        await SeesAsync(state => state.InHand.Any(t => t.TicketId == ticketId), $"{ticketId} in hand");
    }

    /// <summary>Waits for an offer of the ticket and declines it.</summary>
    public async Task DeclineAsync(string ticketId)
    {
        await SeesAsync(state => state.Offers.Any(o => o.Ticket.Id == ticketId), $"an offer of {ticketId}");
        var answer = await session.DeclineAsync(session.State.Offers.Single(o => o.Ticket.Id == ticketId));
        Assert.True(answer.IsDone, answer.Refusal?.Message);
        await SeesAsync(state => state.Offers.All(o => o.Ticket.Id != ticketId), $"no offer of {ticketId}");
    }

    /// <summary>Completes a ticket in hand.</summary>
    public async Task CompleteAsync(string ticketId, string disposition = "")
    {
        var answer = await session.CompleteAsync(session.State.InHand.Single(t => t.TicketId == ticketId), disposition);
        Assert.True(answer.IsDone, answer.Refusal?.Message);
    }

    public ValueTask DisposeAsync() => session.DisposeAsync();
}
