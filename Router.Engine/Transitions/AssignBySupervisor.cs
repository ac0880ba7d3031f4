using Router.Engine.Commands;
using Router.Engine.Matching;
using Router.Engine.Queries;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>
/// A supervisor gives waiting tickets to an agent, out of turn. Past his capacity only if that is asked for, and then it is said so.
/// Answered with <see cref="Moved"/>.
/// </summary>
internal static class AssignBySupervisor
{
    /// <summary>More of one channel nobody can have in hand, whoever asks for it.</summary>
    private const int MostOfAChannel = 255;

    public static Outcome Apply(WorkspaceState state, AssignTickets command)
    {
        if (!state.Agents.TryGetValue(command.AgentId, out var agent))
        {
            return Refusals.UnknownAgent(command.AgentId);
        }

        if (!agent.HasLiveSession || agent.SigningOut)
        {
            return Refusals.NoSession(agent.Id);
        }

        var asked = command.TicketIds.ToHashSet(StringComparer.Ordinal);
        var load = Readiness.LoadOf(agent, agent.Tickets.Where(t => t.State != TicketState.Offered || !asked.Contains(t.Id)));
        var past = new HashSet<Ticket>();
        var picked = new PickedTickets();
        if (picked.Refuse(state, command, Judge) is { } refusal)
        {
            return refusal;
        }

        var free = picked.Tickets.SelectMany(t => PickedTickets.TakeOut(state, t)).ToList();
        foreach (var ticket in picked.Tickets)
        {
            Assigning.Assign(state, ticket, agent, offerNo: 0, new SupervisorMove(command.By, command.Why, past.Contains(ticket)));
        }

        PickedTickets.Settle(state, [], [.. free, agent]);
        return picked.Answer;

        Outcome? Judge(Ticket ticket)
        {
            if (PickedTickets.RequireWaiting(ticket) is { } wrongState)
            {
                return wrongState;
            }

            var fits = Readiness.Fits(state, agent, load, ticket.Channel) && agent.TakesChannel(ticket.Channel);
            if (!(fits || command.PastCapacity) || load.Of(ticket.Channel.Index) >= MostOfAChannel)
            {
                return Outcome.Refused(
                    Reason.Capacity, $"Ticket {ticket.Id} does not fit into what '{agent.Id}' can take: assign it past his capacity, or to another.", ("field", "agent_id"));
            }

            if (!fits)
            {
                past.Add(ticket);
            }

            load.Add(ticket.Channel, agent.Capacities[ticket.Channel.Index].Cost, TicketState.Assigned, isBroadcast: false);
            return null;
        }
    }
}
