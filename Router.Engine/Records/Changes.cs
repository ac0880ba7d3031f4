using Router.Engine.Events;
using Router.Engine.Tickets;

namespace Router.Engine.Records;

/// <summary>What a batch of commands and deadlines changed: to be saved as a whole before anything of it is told.</summary>
public sealed record Changes
{
    private Dictionary<string, TicketRecord>? _byId;

    /// <summary>Counters and the clock after the batch.</summary>
    public required MetaRecord Meta { get; init; }

    /// <summary>The facts, in order of their numbers.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>Tickets that changed, as they are after the batch; the closed ones leave the open tickets.</summary>
    public required IReadOnlyList<TicketRecord> Tickets { get; init => (field, _byId) = (value, null); }

    /// <summary>Messages that were added to conversations.</summary>
    public required IReadOnlyList<Message> Messages { get; init; }

    /// <summary>Agents that changed, as they are after the batch.</summary>
    public required IReadOnlyList<AgentRecord> Agents { get; init; }

    /// <summary>Agents that are no longer registered.</summary>
    public required IReadOnlyList<string> DeletedAgents { get; init; }

    /// <summary>Wait classes that changed.</summary>
    public required IReadOnlyList<WaitClassRecord> WaitClasses { get; init; }

    /// <summary>Customers of whom something else is remembered than before.</summary>
    public IReadOnlyList<CustomerRecord> Customers { get; init; } = [];

    /// <summary>Customers of whom nothing is remembered any more.</summary>
    public IReadOnlyList<string> ForgottenCustomers { get; init; } = [];

    /// <summary>The versions of the policy that came into force, oldest first: the last one is in force now.</summary>
    public IReadOnlyList<PublishedPolicy> Policies { get; init; } = [];

    /// <summary>A ticket that changed, as it is after the batch; null for any other. Every ticket that a fact is about changed.</summary>
    /// <param name="ticketId">Its id.</param>
    public TicketRecord? Ticket(string ticketId) => (_byId ??= Tickets.ToDictionary(t => t.Id)).GetValueOrDefault(ticketId);

    /// <summary>Whether nothing changed.</summary>
    public bool IsEmpty => Facts.Count == 0 && Tickets.Count == 0 && Agents.Count == 0 && DeletedAgents.Count == 0 && Policies.Count == 0;
}
