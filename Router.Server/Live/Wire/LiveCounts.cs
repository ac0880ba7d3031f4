using Router.Engine.Agents;
using Router.Engine.Queries;

namespace Router.Server.Live.Wire;

/// <summary>Registered agents by presence, and those with an activity by it.</summary>
public sealed record LiveCounts
{
    /// <summary>Nobody.</summary>
    public static readonly LiveCounts None = Of([]);

    /// <summary>All of them.</summary>
    public required int Registered { get; init; }

    /// <summary>Take offers.</summary>
    public required int Available { get; init; }

    /// <summary>Take one ticket at a time, when they ask.</summary>
    public required int OnDemand { get; init; }

    /// <summary>Signed in and take nothing.</summary>
    public required int Away { get; init; }

    /// <summary>Not signed in.</summary>
    public required int Offline { get; init; }

    /// <summary>Nothing in hand, and takes work.</summary>
    public required int Idle { get; init; }

    /// <summary>An open offer, nothing accepted.</summary>
    public required int Offered { get; init; }

    /// <summary>An accepted ticket.</summary>
    public required int Handling { get; init; }

    /// <summary>Only tickets in wrap-up.</summary>
    public required int WrappingUp { get; init; }

    /// <summary>A breather.</summary>
    public required int Resting { get; init; }

    /// <summary>Signed in, without a stream.</summary>
    public required int SessionLost { get; init; }

    internal static LiveCounts Of(IReadOnlyList<LiveAgent> agents)
    {
        var presence = new int[(int)Presence.Offline + 1];
        var activity = new int[(int)Activity.Resting + 1];
        foreach (var agent in agents)
        {
            presence[(int)agent.Presence]++;

            // Who is away has nothing in hand and yet is not what a supervisor calls idle.
            var counts = agent.Activity != Activity.Idle || agent.Presence is Presence.Available or Presence.OnDemand;
            activity[counts ? (int)agent.Activity : 0]++;
        }

        return new LiveCounts
        {
            Registered = agents.Count,
            Available = presence[(int)Presence.Available],
            OnDemand = presence[(int)Presence.OnDemand],
            Away = presence[(int)Presence.Away],
            Offline = presence[(int)Presence.Offline] + presence[(int)Presence.Unspecified],
            Idle = activity[(int)Activity.Idle],
            Offered = activity[(int)Activity.Offered],
            Handling = activity[(int)Activity.Handling],
            WrappingUp = activity[(int)Activity.WrappingUp],
            Resting = activity[(int)Activity.Resting],
            SessionLost = agents.Count(a => a.SessionLost),
        };
    }
}
