using Router.Engine.Estimates;
using Router.Engine.State;

namespace Router.Engine.Queries;

/// <summary>Where a waiting ticket stands and what to tell of it.</summary>
internal static class Places
{
    public static WaitingPlace? Of(WorkspaceState state, Ticket ticket)
    {
        if (!ticket.IsWaiting)
        {
            return null;
        }

        var before = 0;
        foreach (var waitClass in ticket.WaitClass.Siblings)
        {
            before += waitClass.Waiting.Rank(ticket.Key);
        }

        var ahead = ticket.WaitClass.Waiting.Rank(ticket.Key);
        return new WaitingPlace(before + 1, WaitTimes.Tell(state, ticket.WaitClass, ahead, state.Now - ticket.EnteredAt));
    }
}
