using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Scaffold;

/// <summary>What a store would hold: every batch of changes written over what was there, in dictionaries.</summary>
internal sealed class SavedWorkspace
{
    private readonly Dictionary<string, TicketRecord> _open = [];
    private readonly Dictionary<string, AgentRecord> _agents = [];
    private readonly Dictionary<string, WaitClassRecord> _waitClasses = [];
    private readonly Dictionary<string, CustomerRecord> _customers = [];
    private MetaRecord _meta = new();
    private WorkspacePolicy _policy = WorkspacePolicy.Initial;

    public List<Fact> Facts { get; } = [];

    public List<Message> Messages { get; } = [];

    /// <summary>Every version of the policy, oldest first.</summary>
    public List<PublishedPolicy> Policies { get; } = [];

    public Dictionary<string, TicketRecord> Closed { get; } = [];

    public IReadOnlyDictionary<string, TicketRecord> Open => _open;

    public IReadOnlyDictionary<string, CustomerRecord> Customers => _customers;

    public IReadOnlyDictionary<string, AgentRecord> Agents => _agents;

    public void Write(Changes changes)
    {
        _meta = changes.Meta;
        foreach (var published in changes.Policies)
        {
            Policies.Add(published);
            _policy = published.Policy;
        }

        Facts.AddRange(changes.Facts);
        Messages.AddRange(changes.Messages);
        foreach (var id in changes.DeletedAgents)
        {
            _agents.Remove(id);
        }

        foreach (var agent in changes.Agents)
        {
            _agents[agent.Profile.Id] = agent;
        }

        foreach (var id in changes.ForgottenCustomers)
        {
            _customers.Remove(id);
        }

        foreach (var customer in changes.Customers)
        {
            _customers[customer.Id] = customer;
        }

        foreach (var waitClass in changes.WaitClasses)
        {
            _waitClasses[waitClass.Key] = waitClass;
        }

        foreach (var ticket in changes.Tickets)
        {
            Write(ticket);
        }
    }

    /// <summary>All of it, in an order that has nothing to do with the order in which it was written.</summary>
    public WorkspaceRecord Load() => new()
    {
        Meta = _meta,
        Policy = _policy,
        Agents = [.. _agents.Values.OrderByDescending(a => a.Profile.Id, StringComparer.Ordinal)],
        Tickets = [.. _open.Values.OrderByDescending(t => t.Id, StringComparer.Ordinal)],
        Customers = [.. _customers.Values.OrderByDescending(c => c.Id, StringComparer.Ordinal)],
        WaitClasses = [.. _waitClasses.Values.OrderByDescending(c => c.Key, StringComparer.Ordinal)],
    };

    private void Write(TicketRecord ticket)
    {
        if (ticket.IsClosed)
        {
            _open.Remove(ticket.Id);
            Closed[ticket.Id] = ticket;
        }
        else
        {
            _open[ticket.Id] = ticket;
            Closed.Remove(ticket.Id);
        }
    }
}
