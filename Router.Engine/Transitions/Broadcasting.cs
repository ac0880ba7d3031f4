using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>
/// Offers a ticket to several agents at once: to as many as are free for it now, up to what its queue says. Who becomes free while these
/// offers are open does not join them.
/// </summary>
internal static class Broadcasting
{
    /// <summary>Offers to further agents what one was just offered.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="ticket">The ticket, in no lane.</param>
    /// <param name="released">Takes who is no longer held, as at <see cref="Dispatch.Place"/>.</param>
    public static void Widen(WorkspaceState state, Ticket ticket, List<Agent>? released)
    {
        var width = state.Queues[ticket.Content.Queue].OfferWidth;
        while (ticket.Broadcast!.MadeTo < width && AgentSearch.For(state, ticket) is { } agent)
        {
            if (TicketSearch.For(state, agent) is { } other && GoesBefore(other, ticket))
            {
                Dispatch.PlaceInTurn(state, other, released);
                continue;
            }

            // He would have it at once, before those who were asked could answer.
            if (agent.AcceptsAtOnce(ticket.Channel))
            {
                return;
            }

            Selections.Of(ticket).Given(state, ticket, agent);
            Credits.Close(state, agent);
            Offering.Join(state, ticket, agent);
            Holds.OfferHold(state, agent);
        }
    }

    /// <summary>One of them accepts: the others lose it without blame.</summary>
    /// <returns>The others, whom the caller gives what they may have now.</returns>
    public static List<Agent> Win(WorkspaceState state, Ticket ticket, Agent winner)
    {
        var others = ticket.Broadcast!.Open.Select(o => o.Agent).Where(a => a != winner).ToList();
        foreach (var other in others)
        {
            Offering.End(state, ticket, other, OfferEnd.Taken);
        }

        ticket.Broadcast = null;
        ticket.Agent = winner;
        return others;
    }

    /// <summary>An agent who accepted a ticket is no longer offered, with others, what has no room beside it.</summary>
    public static void TakeBackUnfit(WorkspaceState state, Agent agent)
    {
        if (agent.Load.Offers > 0 && Array.Exists(agent.Tickets, t => t.Broadcast is not null))
        {
            Dispatch.PlaceAll(state, TakeBack(state, agent));
        }
    }

    // By itself, as what its function holds is made even where nothing is to be taken back.
    private static List<Ticket> TakeBack(WorkspaceState state, Agent agent) =>
        Offering.TakeBackOffers(state, agent, OfferEnd.Capacity, t => t.Broadcast is not null && !Readiness.FitsBroadcast(state, agent, t.Channel));

    private static bool GoesBefore(Ticket left, Ticket right) =>
        left.Channel.IsLive == right.Channel.IsLive ? left.Key.CompareTo(right.Key) < 0 : left.Channel.IsLive;
}
