using Router.Simulator.Play;
using Router.Simulator.Recorded;
using Contract = Router.V1;

namespace Router.Server.WhatIf;

/// <summary>When agents were there and had work, out of events in their order.</summary>
/// <param name="begin">When the first event may have happened, ms: who is seen at work without having come was there then.</param>
internal sealed class AtWorkBook(long begin)
{
    private readonly Dictionary<string, Standing> _agents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    /// <summary>Hears an event.</summary>
    /// <param name="told">The event.</param>
    /// <param name="at">When it happened, ms.</param>
    public void Hear(Contract.Event told, long at)
    {
        switch (told.FactCase)
        {
            case Contract.Event.FactOneofCase.AgentSignedIn:
                Of(told.AgentSignedIn.AgentId, wasThere: false);
                break;
            case Contract.Event.FactOneofCase.AgentPresenceChanged when told.AgentPresenceChanged is { Pending: false, Channel: "" } changed:
                Of(changed.AgentId, IsThere(changed.Previous)).Be(at, IsThere(changed.Presence) && !changed.Draining);
                break;
            case Contract.Event.FactOneofCase.SessionLost:
                Of(told.SessionLost.AgentId, wasThere: true).Lose(at);
                break;
            case Contract.Event.FactOneofCase.SessionResumed:
                Of(told.SessionResumed.AgentId, wasThere: false).Resume(at);
                break;
            case Contract.Event.FactOneofCase.AgentSignedOut:
                Of(told.AgentSignedOut.AgentId, wasThere: false).Be(at, isThere: false);
                break;
            case Contract.Event.FactOneofCase.OfferMade:
                Of(told.OfferMade.AgentId, wasThere: true);
                break;
            case Contract.Event.FactOneofCase.TicketAssigned:
                Release(told.TicketAssigned.TicketId, at);
                _owners[told.TicketAssigned.TicketId] = told.TicketAssigned.AgentId;
                Of(told.TicketAssigned.AgentId, wasThere: true).Take(at, 1);
                break;
            case Contract.Event.FactOneofCase.TicketCompleted:
                Release(told.TicketCompleted.TicketId, at);
                break;
            case Contract.Event.FactOneofCase.TicketTransferred:
                Release(told.TicketTransferred.TicketId, at);
                break;
            case Contract.Event.FactOneofCase.TicketParked:
                Release(told.TicketParked.TicketId, at);
                break;
            case Contract.Event.FactOneofCase.TicketRequeued:
                Release(told.TicketRequeued.TicketId, at);
                break;
            case Contract.Event.FactOneofCase.CallBackAttempted when told.CallBackAttempted.NextAt is not null:
                Release(told.CallBackAttempted.TicketId, at);
                break;
        }
    }

    /// <summary>All agents, as long as they are known.</summary>
    /// <param name="end">Up to when they are, ms.</param>
    public IReadOnlyList<RecordedAgent> Close(long end) => [.. _agents.Select(agent => agent.Value.Close(agent.Key, end))];

    private static bool IsThere(Contract.Presence presence) => presence is Contract.Presence.Available or Contract.Presence.OnDemand;

    private Standing Of(string agentId, bool wasThere)
    {
        if (!_agents.TryGetValue(agentId, out var agent))
        {
            _agents[agentId] = agent = new Standing(begin, wasThere);
        }

        return agent;
    }

    private void Release(string ticketId, long at)
    {
        if (_owners.Remove(ticketId, out var owner))
        {
            Of(owner, wasThere: true).Take(at, -1);
        }
    }

    private sealed class Standing(long since, bool isThere)
    {
        private readonly List<Shift> _atWork = [];
        private readonly List<(long, long, bool)> _times = [];
        private long _since = since;
        private long _cameAt = isThere ? since : 0;
        private bool _isThere = isThere;
        private bool _isLost;
        private int _tickets;

        public void Be(long at, bool isThere)
        {
            Note(at);
            if (_isThere && !isThere)
            {
                _atWork.Add(new Shift(_cameAt, at));
            }
            else if (!_isThere && isThere)
            {
                _cameAt = at;
            }

            (_isThere, _isLost) = (isThere, false);
        }

        public void Lose(long at)
        {
            var wasThere = _isThere;
            Be(at, isThere: false);
            _isLost = wasThere;
        }

        public void Resume(long at)
        {
            if (_isLost)
            {
                Be(at, isThere: true);
            }
        }

        public void Take(long at, int tickets)
        {
            Note(at);
            _tickets += tickets;
        }

        public RecordedAgent Close(string id, long end)
        {
            Note(end);
            return new RecordedAgent(id, _isThere ? [.. _atWork, new Shift(_cameAt, Shift.Forever)] : _atWork, _times);
        }

        private void Note(long at)
        {
            if ((_isThere || _tickets > 0) && at > _since)
            {
                _times.Add((_since, at, _tickets > 0));
            }

            _since = at;
        }
    }
}
