using Router.Engine.Collections;
using Router.Engine.Events;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>A ticket that was handed over does not come back to who handed it over for a while, unless nobody else can take it.</summary>
internal static class Senders
{
    /// <summary>For how long: 5 minutes.</summary>
    public const long ExcludedMs = 5 * 60_000;

    /// <summary>It cools down for who handed it over of late, but for whom it goes to by name; for the latest of them alone, or for nobody, where none but they are signed in for it.</summary>
    public static void Exclude(WorkspaceState state, Ticket ticket)
    {
        var senders = ticket.History
            .Where(e => e.Kind == FactKind.TicketTransferred && e.At + ExcludedMs > state.Now && e.AgentId != ticket.Wanted?.AgentId)
            .GroupBy(e => e.AgentId, StringComparer.Ordinal)
            .Select(g => new Cooldown(g.Key, g.Last().At + ExcludedMs))
            .OrderBy(c => c.Until)
            .ToList();
        while (senders.Count > 0 && !AnotherCan(state, ticket, senders))
        {
            senders.RemoveAt(0);
        }

        ticket.Cooldowns = [.. senders];
    }

    private static bool AnotherCan(WorkspaceState state, Ticket ticket, List<Cooldown> senders)
    {
        var eligible = ticket.Plan.Widest.Eligible;
        foreach (var slot in SlotSet.And(eligible, eligible))
        {
            var agent = state.AgentSlots[slot]!;
            if (agent.IsSignedIn && agent.TakesChannel(ticket.Channel) && !senders.Exists(s => s.AgentId == agent.Id))
            {
                return true;
            }
        }

        return false;
    }
}
