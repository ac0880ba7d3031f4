using Router.Engine.Tickets;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Wire;

/// <summary>What few tickets have, on the wire.</summary>
internal static class LaterWire
{
    /// <summary>Adds it to a ticket.</summary>
    /// <param name="shown">The ticket.</param>
    /// <param name="later">What it has, or null.</param>
    public static void Add(V1.Ticket shown, TicketLater? later)
    {
        if (later is null)
        {
            return;
        }

        shown.FollowUpOf = later.FollowUpOf;
        shown.FollowUpId = later.FollowUpId;
        shown.CallBack = later.CallBack is { } callBack ? Of(callBack) : null;
    }

    private static V1.CallBack Of(CallBack callBack) => new()
    {
        Number = callBack.Number,
        From = ProtoTime.TimeOrNone(callBack.From),
        Until = ProtoTime.TimeOrNone(callBack.Until),
        TimeZone = callBack.TimeZone,
        KeepPlace = callBack.From == 0,
        Attempts =
        {
            callBack.Attempts.Select(a => new V1.CallBackAttempt { Time = ProtoTime.Time(a.At), AgentId = a.AgentId, Outcome = a.Result }),
        },
    };
}
