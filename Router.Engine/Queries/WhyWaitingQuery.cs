using Router.Engine.Collections;
using Router.Engine.Matching;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Queries;

/// <summary>Counts what keeps the agents of each step from a queued ticket.</summary>
internal static class WhyWaitingQuery
{
    public static WhyWaiting? Of(WorkspaceState state, Ticket ticket)
    {
        if (ticket.State != TicketState.Queued)
        {
            return null;
        }

        var steps = ticket.Plan.Steps.Select((step, i) => Staffing(state, ticket, step, i)).ToList();
        return new WhyWaiting(ticket.Id, ticket.Lane.Tickets.Rank(ticket.Key), ticket.Plan.IsUnroutable, steps);
    }

    private static StepStaffing Staffing(WorkspaceState state, Ticket ticket, PlanStep step, int number)
    {
        int signedIn = 0, lost = 0, notAvailable = 0, cooling = 0, full = 0, held = 0, free = 0;
        var longest = 0L;
        foreach (var slot in SlotSet.And(step.Lane.Eligible, step.Lane.Eligible))
        {
            var agent = state.AgentSlots[slot]!;
            signedIn += agent.IsSignedIn ? 1 : 0;
            switch (agent)
            {
                case { IsSignedIn: false }:
                    break;
                case { HasLiveSession: false }:
                    lost++;
                    break;
                case var _ when !agent.TakesWork || !agent.TakesChannel(ticket.Channel) || agent.Capacities[ticket.Channel.Index].Max == 0:
                    notAvailable++;
                    break;
                case var _ when ticket.IsCoolingFor(agent):
                    cooling++;
                    break;
                case var _ when !Readiness.HasRoom(state, agent, ticket.Channel):
                    full++;
                    longest = Math.Max(longest, agent.Tickets.Max(t => (long?)(state.Now - t.StateSince)) ?? 0);
                    break;
                case var _ when Exclusions.IsHeldAgainst(agent, ticket):
                    held++;
                    break;
                default:
                    free++;
                    break;
            }
        }

        var opensIn = number <= ticket.Step ? 0 : Math.Max(0, ticket.EnteredAt + step.Step.OpensAfterMs - state.Now);
        return new StepStaffing(
            step.Step.Requirement, opensIn, step.Lane.Eligible.Count, signedIn, lost, notAvailable, cooling, full, held, free, longest);
    }
}
