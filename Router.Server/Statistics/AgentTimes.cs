using Router.Engine;
using Router.Engine.Events;
using Router.Engine.Records;

namespace Router.Server.Statistics;

/// <summary>The times of all agents: after each batch those are looked at whom it touched.</summary>
internal sealed class AgentTimes
{
    private readonly Dictionary<string, AgentClock> _clocks = new(StringComparer.Ordinal);
    private long _batch;

    public AgentTimes(WorkspaceEngine engine)
    {
        foreach (var agent in engine.Agents())
        {
            _clocks.Add(agent.Profile.Id, AgentClock.From(engine.AgentMoment(agent.Profile.Id)!.Value));
        }
    }

    /// <summary>Counts what a batch ended.</summary>
    /// <param name="tallies">Where.</param>
    /// <param name="engine">As it is after the batch.</param>
    /// <param name="changes">The batch.</param>
    public void Count(BatchTallies tallies, WorkspaceEngine engine, Changes changes)
    {
        _batch++;
        // From the back: what counts is the last moment of each.
        for (var i = changes.Facts.Count - 1; i >= 0; i--)
        {
            if (AgentOf(changes.Facts[i]) is { Length: > 0 } agentId)
            {
                Turn(tallies, engine, agentId, changes.Facts[i].At);
            }
        }

        foreach (var agent in changes.Agents)
        {
            Turn(tallies, engine, agent.Profile.Id, engine.Now);
        }
    }

    /// <summary>Counts what goes on now.</summary>
    /// <param name="tallies">Where.</param>
    /// <param name="now">Engine time, ms.</param>
    public void Peek(BatchTallies tallies, long now)
    {
        foreach (var (agentId, clock) in _clocks)
        {
            clock.Peek(tallies, agentId, now);
        }
    }

    private void Turn(BatchTallies tallies, WorkspaceEngine engine, string agentId, long at)
    {
        var known = _clocks.GetValueOrDefault(agentId);
        if (known?.Batch == _batch)
        {
            return;
        }

        if (engine.AgentMoment(agentId) is not { } now)
        {
            // He is no longer registered, and was offline before that.
            _clocks.Remove(agentId);
            return;
        }

        if (known is null)
        {
            known = AgentClock.From(now);
            _clocks.Add(agentId, known);
        }

        known.Batch = _batch;
        known.Turn(tallies, agentId, at, now);
    }

    private static string? AgentOf(Fact fact) => fact switch
    {
        OfferMade made => made.AgentId,
        OfferEnded ended => ended.AgentId,
        PeerOffered made => made.ToAgentId,
        PeerOfferEnded ended => ended.ToAgentId,
        ConsultStarted started => started.ParticipantId,
        ConsultEnded ended => ended.ParticipantId,
        TicketAssigned assigned => assigned.AgentId,
        InteractionEnded over => over.AgentId,
        TicketCompleted completed => completed.AgentId,
        TicketTransferred transferred => transferred.AgentId,
        TicketParked parked => parked.AgentId,
        TicketRequeued requeued => requeued.AgentId,
        CallBackAttempted attempted => attempted.AgentId,
        AgentFact agent => agent.AgentId,
        _ => null,
    };
}
