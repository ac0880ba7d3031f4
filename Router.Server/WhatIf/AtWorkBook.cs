using Router.Engine.Policies;
using Router.Simulator.Counting;
using Router.Simulator.Play;
using Router.Simulator.Recorded;
using Contract = Router.V1;

namespace Router.Server.WhatIf;

/// <summary>When agents were there and had work, out of events in their order.</summary>
internal sealed class AtWorkBook
{
    private readonly long _begin;
    private readonly StaffBook _staff;
    private readonly Dictionary<string, List<StaffTime>> _times = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _missing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(long Begin, long End)>> _missed = new(StringComparer.Ordinal);
    // Whose session is lost, and whether he is there when it is back.
    private readonly Dictionary<string, bool> _lost = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(long At, Narrowing Narrowed)>> _narrowed = new(StringComparer.Ordinal);

    /// <summary>Makes it.</summary>
    /// <param name="begin">When the first event may have happened, ms: who is seen at work without having come was there then.</param>
    public AtWorkBook(long begin)
    {
        _begin = begin;
        _staff = new StaffBook(time => TimesOf(time.AgentId).Add(time));
    }

    /// <summary>Hears an event.</summary>
    /// <param name="told">The event.</param>
    /// <param name="at">When it happened, ms.</param>
    public void Hear(Contract.Event told, long at)
    {
        switch (told.FactCase)
        {
            case Contract.Event.FactOneofCase.AgentSignedIn:
                See(told.AgentSignedIn.AgentId, wasThere: false);
                Return(told.AgentSignedIn.AgentId, at);
                Narrow(told.AgentSignedIn.AgentId, at, new Narrowing([.. told.AgentSignedIn.Channels], [.. told.AgentSignedIn.Languages], []));
                break;
            case Contract.Event.FactOneofCase.AgentPresenceChanged when told.AgentPresenceChanged is { Channel.Length: > 0 } changed:
                HearOfChannel(changed, at);
                break;
            case Contract.Event.FactOneofCase.AgentPresenceChanged when told.AgentPresenceChanged is { Pending: false, Channel: "" } changed:
                See(changed.AgentId, IsThere(changed.Previous));
                HearOfMissed(changed, at);
                Be(changed.AgentId, at, IsThere(changed.Presence) && !changed.Draining);
                break;
            case Contract.Event.FactOneofCase.AgentPresenceChanged when told.AgentPresenceChanged is { Pending: true } changed:
                // Until the work in hand is done, he takes nothing new.
                See(changed.AgentId, IsThere(changed.Previous));
                Be(changed.AgentId, at, isThere: false);
                break;
            case Contract.Event.FactOneofCase.SessionLost:
                Lose(told.SessionLost.AgentId, at);
                break;
            case Contract.Event.FactOneofCase.SessionResumed:
                See(told.SessionResumed.AgentId, wasThere: false);
                Return(told.SessionResumed.AgentId, at);
                break;
            case Contract.Event.FactOneofCase.AgentSignedOut:
                See(told.AgentSignedOut.AgentId, wasThere: false);
                _missing.Remove(told.AgentSignedOut.AgentId);
                _lost.Remove(told.AgentSignedOut.AgentId);
                Be(told.AgentSignedOut.AgentId, at, isThere: false);
                break;
            case Contract.Event.FactOneofCase.OfferMade:
                See(told.OfferMade.AgentId, wasThere: true);
                break;
            case Contract.Event.FactOneofCase.TicketAssigned:
                See(told.TicketAssigned.AgentId, wasThere: true);
                _staff.Own(told.TicketAssigned.TicketId, told.TicketAssigned.AgentId, at);
                break;
            case Contract.Event.FactOneofCase.TicketCompleted:
                _staff.Release(told.TicketCompleted.TicketId, at);
                break;
            case Contract.Event.FactOneofCase.TicketTransferred:
                _staff.Release(told.TicketTransferred.TicketId, at);
                break;
            case Contract.Event.FactOneofCase.TicketParked:
                _staff.Release(told.TicketParked.TicketId, at);
                break;
            case Contract.Event.FactOneofCase.TicketRequeued:
                _staff.Release(told.TicketRequeued.TicketId, at);
                break;
            case Contract.Event.FactOneofCase.CallBackAttempted when told.CallBackAttempted.NextAt is not null:
                _staff.Release(told.CallBackAttempted.TicketId, at);
                break;
        }
    }

    /// <summary>All agents, as long as they are known.</summary>
    /// <param name="end">Up to when they are, ms.</param>
    public IReadOnlyList<RecordedAgent> Close(long end)
    {
        _staff.Close(end);
        return [.. _times.Select(agent => Recorded(agent.Key, agent.Value, _staff.IsThere(agent.Key) ? end : 0))];
    }

    private RecordedAgent Recorded(string agentId, List<StaffTime> times, long goesOnFrom)
    {
        var missed = _missed.GetValueOrDefault(agentId, []);
        return new RecordedAgent(agentId, [.. Shifts(times, missed, goesOnFrom).SelectMany(shift => Narrowed(agentId, shift))], times)
        {
            AwayMissedMs = [.. missed.Select(away => away.End - away.Begin)],
        };
    }

    // What he takes changes within a shift: it is told as shifts that follow each other.
    private List<Shift> Narrowed(string agentId, Shift shift)
    {
        var parts = new List<Shift> { shift };
        foreach (var (at, narrowed) in _narrowed.GetValueOrDefault(agentId, []).TakeWhile(change => change.At < shift.End))
        {
            var said = narrowed == Narrowing.None ? null : narrowed;
            if (at <= parts[^1].Start)
            {
                parts[^1] = parts[^1] with { Narrowed = said };
            }
            else if (parts[^1].Narrowed != said)
            {
                parts[^1] = parts[^1] with { End = at };
                parts.Add(new Shift(at, shift.End) { Narrowed = said });
            }
        }

        return parts;
    }

    private Narrowing NarrowingOf(string agentId) => _narrowed.TryGetValue(agentId, out var changes) ? changes[^1].Narrowed : Narrowing.None;

    private void Narrow(string agentId, long at, Narrowing narrowed)
    {
        _narrowed.TryAdd(agentId, []);
        _narrowed[agentId].Add((at, narrowed));
    }

    private void HearOfChannel(Contract.AgentPresenceChanged changed, long at)
    {
        var before = NarrowingOf(changed.AgentId);
        var others = before.Away.Where(channel => channel != changed.Channel);
        Narrow(changed.AgentId, at, before with { Away = [.. (changed.Presence == Contract.Presence.Away ? others.Append(changed.Channel) : others).Order(StringComparer.Ordinal)] });
    }

    // Sent away for what he missed until he takes work again: what would be missed otherwise is not known before it is played.
    private void HearOfMissed(Contract.AgentPresenceChanged changed, long at)
    {
        if (_missing.Remove(changed.AgentId, out var since) && IsThere(changed.Presence) && !changed.Draining)
        {
            _missed.TryAdd(changed.AgentId, []);
            _missed[changed.AgentId].Add((since, at));
        }

        if (changed.Presence == Contract.Presence.Away && changed.AwayReason == WorkspacePolicy.NoAnswer)
        {
            _missing[changed.AgentId] = at;
        }
    }

    private static bool IsThere(Contract.Presence presence) => presence is Contract.Presence.Available or Contract.Presence.OnDemand;

    private List<StaffTime> TimesOf(string agentId)
    {
        if (!_times.TryGetValue(agentId, out var times))
        {
            _times[agentId] = times = [];
        }

        return times;
    }

    private void See(string agentId, bool wasThere)
    {
        if (!_staff.Knows(agentId))
        {
            _staff.Be(agentId, _begin, wasThere);
        }
    }

    private void Be(string agentId, long at, bool isThere)
    {
        if (_lost.ContainsKey(agentId))
        {
            _lost[agentId] = isThere;
            isThere = false;
        }

        _staff.Be(agentId, at, isThere);
    }

    private void Lose(string agentId, long at)
    {
        See(agentId, wasThere: true);
        _lost.TryAdd(agentId, _staff.IsThere(agentId));
        _staff.Be(agentId, at, isThere: false);
    }

    private void Return(string agentId, long at)
    {
        if (_lost.Remove(agentId, out var isThere))
        {
            _staff.Be(agentId, at, isThere);
        }
    }

    // One shift as long as no gap is between: work that comes and goes does not end it, nor does the end of what is known.
    private static List<Shift> Shifts(List<StaffTime> times, List<(long Begin, long End)> missed, long goesOnFrom)
    {
        var shifts = new List<Shift>();
        foreach (var time in times.Where(time => time.IsThere))
        {
            if (shifts.Count > 0 && (shifts[^1].End == time.Begin || missed.Contains((shifts[^1].End, time.Begin))))
            {
                shifts[^1] = shifts[^1] with { End = time.End };
            }
            else
            {
                shifts.Add(new Shift(time.Begin, time.End));
            }
        }

        if (shifts.Count > 0 && shifts[^1].End == goesOnFrom)
        {
            shifts[^1] = shifts[^1] with { End = Shift.Forever };
        }

        return shifts;
    }
}
