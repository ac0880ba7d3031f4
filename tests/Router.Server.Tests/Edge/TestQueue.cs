using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

/// <summary>A queue of one test with its adapter and agents.</summary>
/// <param name="server">The server.</param>
/// <param name="name">The queue's name, and the source of its tickets.</param>
public sealed class TestQueue(EdgeServer server, string name) : IDisposable
{
    private readonly List<IDisposable> _used = [];
    private int _tickets;
    private int _agents;

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>Its adapter, bound to the source of the same name.</summary>
    public TestCaller Adapter => field ??= Use(TestCaller.As(server.Server, "adapter", "adapter", new() { ["source"] = name }));

    /// <summary>A submit that is good.</summary>
    /// <param name="channel">Its channel.</param>
    public V1.SubmitRequest NewTicket(string channel = "call") => new()
    {
        Source = name,
        ExternalId = $"{++_tickets}",
        Channel = channel,
        Queue = name,
    };

    /// <summary>Submits a ticket.</summary>
    /// <param name="channel">Its channel.</param>
    /// <param name="change">Changes it before.</param>
    public async Task<V1.SubmitResponse> SubmitAsync(string channel = "call", Action<V1.SubmitRequest>? change = null)
    {
        var ticket = NewTicket(channel);
        change?.Invoke(ticket);
        return await Adapter.Tickets.SubmitAsync(ticket);
    }

    /// <summary>Registers an agent of this queue alone.</summary>
    /// <param name="change">Changes his profile before.</param>
    /// <returns>He as a caller.</returns>
    public async Task<TestCaller> NewAgentAsync(Action<V1.AgentProfile>? change = null)
    {
        var profile = new V1.AgentProfile { AgentId = $"{name}-{++_agents}", Name = "Anna", Queues = { name } };
        change?.Invoke(profile);
        await server.Admin.Supervisors.PutAgentAsync(new V1.PutAgentRequest { Profile = profile });
        return Use(TestCaller.As(server.Server, "agent", profile.AgentId));
    }

    /// <summary>Registers an agent and signs him in, available.</summary>
    public async Task<TestAgent> SignInAsync() => Use(await TestAgent.SignInAsync(await NewAgentAsync()));

    /// <summary>Signs an agent in, who accepts a call.</summary>
    /// <returns>He, and the call that he has.</returns>
    public async Task<(TestAgent Owner, string TicketId)> OwnerAsync()
    {
        var owner = await SignInAsync();
        var ticket = (await SubmitAsync()).TicketId;
        await owner.NextAsync(Update.Offer);
        await owner.DoAsync(new() { Accept = new() { TicketId = ticket, OfferNo = 1 } });
        await owner.NextAsync(Update.Assignment);
        return (owner, ticket);
    }

    /// <summary>Ends something with the test.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="thing">What.</param>
    public T Use<T>(T thing)
        where T : IDisposable
    {
        _used.Add(thing);
        return thing;
    }

    public void Dispose()
    {
        for (var i = _used.Count - 1; i >= 0; i--)
        {
            _used[i].Dispose();
        }
    }
}
