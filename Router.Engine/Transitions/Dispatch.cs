using Router.Engine.Matching;
using Router.Engine.Policies;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>Work conservation: whatever becomes free is matched at once, a ticket with an agent or an agent with tickets.</summary>
internal static class Dispatch
{
    /// <summary>Gives a ticket that stands in its lane to the agent who should have it, if there is one.</summary>
    public static void Place(WorkspaceState state, Ticket ticket)
    {
        if (AgentSearch.For(state, ticket) is { } agent)
        {
            Give(state, ticket, agent);
            Holds.OfferHold(state, agent);
        }
        else
        {
            Holds.FindFor(state, ticket);
        }

        Deadlines.TicketDeadline.Update(state, ticket);
    }

    /// <summary>Gives an agent all that he may have now.</summary>
    public static void Feed(WorkspaceState state, Agent agent)
    {
        while (TicketSearch.For(state, agent) is { } ticket)
        {
            Give(state, ticket, agent);
        }

        Holds.OfferHold(state, agent);
    }

    private static void Give(WorkspaceState state, Ticket ticket, Agent agent)
    {
        var released = Queueing.Leave(state, ticket);
        if (ticket.Channel.Policy.AcceptMode == AcceptMode.Auto)
        {
            Assigning.Assign(state, ticket, agent, offerNo: 0);
        }
        else
        {
            Offering.Make(state, ticket, agent);
        }

        if (released is not null && released != agent)
        {
            Feed(state, released);
        }
    }
}
