using Router.Engine.Agents;
using Router.Engine.Queries;

namespace Router.Server.Statistics;

/// <summary>What an agent does, and since when it is not yet in a tally.</summary>
internal sealed class AgentClock
{
    private Presence _presence;
    private string _reason = "";
    private long _presenceSince;
    private Activity _activity;
    private long _activitySince;
    private long _stretchSince;

    /// <summary>The batch in which it was last read.</summary>
    public long Batch { get; set; }

    /// <summary>Goes on with an agent whose earlier times are in tallies.</summary>
    /// <param name="now">What he does.</param>
    public static AgentClock From(AgentMoment now) => new()
    {
        _presence = now.Presence,
        _reason = now.Reason,
        _presenceSince = now.PresenceSince,
        _activity = ActivityOf(now),
        _activitySince = Math.Max(now.ActivitySince, now.PresenceSince),
        _stretchSince = IsAtWork(now.Presence) ? now.PresenceSince : 0,
    };

    /// <summary>Counts what has ended, and goes on with what he does now.</summary>
    /// <param name="tallies">Where it is counted.</param>
    /// <param name="agentId">The agent.</param>
    /// <param name="at">When it ended, engine time in ms.</param>
    /// <param name="now">What he does since then.</param>
    public void Turn(BatchTallies tallies, string agentId, long at, AgentMoment now)
    {
        if (now.Presence != _presence || now.Reason != _reason)
        {
            CountPresence(tallies, agentId, at);
            if (!IsAtWork(now.Presence) && _stretchSince > 0)
            {
                tallies.Of(agentId, at).Add(Figure.LongestStretchMs, at - _stretchSince);
                _stretchSince = 0;
            }
            else if (IsAtWork(now.Presence) && _stretchSince == 0)
            {
                _stretchSince = at;
            }

            (_presence, _reason, _presenceSince) = (now.Presence, now.Reason, at);
        }

        if (ActivityOf(now) is var activity && activity != _activity)
        {
            CountActivity(tallies, agentId, at);
            (_activity, _activitySince) = (activity, at);
        }
    }

    /// <summary>Counts what has not ended yet, without going on.</summary>
    /// <param name="tallies">Where it is counted.</param>
    /// <param name="agentId">The agent.</param>
    /// <param name="until">Until when, engine time in ms.</param>
    public void Peek(BatchTallies tallies, string agentId, long until)
    {
        CountPresence(tallies, agentId, until);
        CountActivity(tallies, agentId, until);
        if (_stretchSince > 0)
        {
            tallies.Of(agentId, until).Add(Figure.LongestStretchMs, until - _stretchSince);
        }
    }

    private void CountPresence(BatchTallies tallies, string agentId, long until)
    {
        var figure = _presence switch
        {
            Presence.Available => Figure.AvailableMs,
            Presence.OnDemand => Figure.OnDemandMs,
            Presence.Away => Figure.AwayMs,
            _ => Figure.Unspecified,
        };
        Spread(tallies, agentId, figure, _presenceSince, until, figure == Figure.AwayMs ? _reason : "");
    }

    private void CountActivity(BatchTallies tallies, string agentId, long until)
    {
        var figure = _activity switch
        {
            Activity.Idle => Figure.IdleMs,
            Activity.Offered => Figure.OfferedMs,
            Activity.Handling => Figure.HandlingMs,
            Activity.WrappingUp => Figure.WrappingUpMs,
            Activity.Resting => Figure.RestingMs,
            _ => Figure.Unspecified,
        };
        Spread(tallies, agentId, figure, _activitySince, until, "");
    }

    // Each hour has its part.
    private static void Spread(BatchTallies tallies, string agentId, Figure figure, long from, long until, string reason)
    {
        while (figure != Figure.Unspecified && from < until)
        {
            var end = Math.Min(until, TallyKey.Floor(from, TallyKey.HourMs) + TallyKey.HourMs);
            tallies.Of(agentId, from, reason).Add(figure, end - from);
            from = end;
        }
    }

    // Who is away has nothing in hand and yet is not idle.
    private static Activity ActivityOf(AgentMoment now) =>
        now.Activity is Activity.Idle or Activity.Resting && !IsAtWork(now.Presence) ? Activity.Unspecified : now.Activity;

    private static bool IsAtWork(Presence presence) => presence is Presence.Available or Presence.OnDemand;
}
