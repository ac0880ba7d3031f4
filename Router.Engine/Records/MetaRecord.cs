using System.Collections.ObjectModel;
using Router.Engine.Alarms;

namespace Router.Engine.Records;

/// <summary>What is saved of a workspace beside its tickets, agents and policy.</summary>
public sealed record MetaRecord
{
    internal static readonly IReadOnlyDictionary<string, long> NothingGiven = ReadOnlyDictionary<string, long>.Empty;

    /// <summary>Engine time of the last thing that happened, ms since 1970.</summary>
    public long Now { get; init; }

    /// <summary>The present owner's term; part of every ticket id.</summary>
    public long Term { get; init; }

    /// <summary>Number of the last ticket.</summary>
    public long LastTicket { get; init; }

    /// <summary>Number of the last registration of an agent.</summary>
    public long LastAgent { get; init; }

    /// <summary>Number of the last fact.</summary>
    public long LastFact { get; init; }

    /// <summary>Queues in which tickets wait though no registered agent serves them: alarmed once.</summary>
    public IReadOnlyList<string> QueuesWithoutAgents { get; init; } = [];

    /// <summary>How far the policy in force has come among the tickets that were open before it; null when it has reached all.</summary>
    public RenewalRecord? Renewal { get; init; }

    /// <summary>Alarms that are up or about to rise.</summary>
    public IReadOnlyList<AlarmRecord> Alarms { get; init; } = [];

    /// <summary>Nothing that raises alarms is looked at before, engine time in ms.</summary>
    public long AlarmsQuietUntil { get; init; }

    /// <summary>Of each queue that gives work in turn: the registration number of the agent who was last given a ticket of it.</summary>
    public IReadOnlyDictionary<string, long> LastGiven { get; init; } = NothingGiven;
}
