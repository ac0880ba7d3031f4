using Router.Engine.Policies;

namespace Router.Engine.Records;

/// <summary>All that is saved of a workspace, for loading.</summary>
public sealed record WorkspaceRecord
{
    /// <summary>A new, empty workspace.</summary>
    public static readonly WorkspaceRecord Empty = new();

    /// <summary>Counters and the clock.</summary>
    public MetaRecord Meta { get; init; } = new();

    /// <summary>The policy in force.</summary>
    public WorkspacePolicy Policy { get; init; } = WorkspacePolicy.Initial;

    /// <summary>Registered agents, in any order.</summary>
    public IReadOnlyCollection<AgentRecord> Agents { get; init; } = [];

    /// <summary>Open tickets, in any order.</summary>
    public IReadOnlyCollection<TicketRecord> Tickets { get; init; } = [];

    /// <summary>What is remembered of customers, in any order.</summary>
    public IReadOnlyCollection<CustomerRecord> Customers { get; init; } = [];

    /// <summary>Wait classes, in any order.</summary>
    public IReadOnlyCollection<WaitClassRecord> WaitClasses { get; init; } = [];
}
