using Router.Engine.Collections;
using Router.Engine.Matching;
using Router.Engine.State;

namespace Router.Engine.Queries;

/// <summary>Counts what keeps the agents of each step from a ticket.</summary>
internal static class StepStaffingQuery
{
    public static List<StepStaffing> Of(WorkspaceState state, Ticket ticket) =>
        [.. ticket.Plan.Steps.Select((step, number) => Count(state, ticket, step, number))];

    /// <summary>When the ticket may be offered to the agent again; null when that is so now. One that is in somebody's hands keeps those that are over.</summary>
    public static long? CoolsUntil(WorkspaceState state, Ticket ticket, Agent agent)
    {
        foreach (var cooldown in ticket.Cooldowns)
        {
            if (cooldown.AgentId == agent.Id && cooldown.Until > state.Now)
            {
                return cooldown.Until;
            }
        }

        return null;
    }

    /// <summary>How long he has had what he has had longest.</summary>
    private static long BusyMs(WorkspaceState state, Agent agent) =>
        agent.Tickets.Select(t => t.StateSince).Concat(agent.Joined.Select(t => t.ParticipantOf(agent)!.JoinedAt)).Max(since => (long?)(state.Now - since)) ?? 0;

    private static StepStaffing Count(WorkspaceState state, Ticket ticket, PlanStep step, int number)
    {
        var leftOut = step.Lane.LeftOut?.Count ?? 0;
        int signedIn = leftOut, away = leftOut, resting = 0, full = 0, cooling = 0, held = 0, reserved = 0, draining = 0, lost = 0;
        var longest = 0L;
        foreach (var slot in SlotSet.And(step.Lane.Eligible, step.Lane.Eligible))
        {
            var agent = state.AgentSlots[slot]!;
            signedIn += agent.IsSignedIn ? 1 : 0;
            switch (agent)
            {
                case { IsSignedIn: false }:
                    break;
                case var _ when !agent.TakesNow || !agent.WantsChannel(ticket.Channel):
                    away++;
                    break;
                case { IsResting: true }:
                    resting++;
                    break;
                case var _ when !Readiness.HasRoom(state, agent, ticket.Channel):
                    full++;
                    longest = Math.Max(longest, BusyMs(state, agent));
                    break;
                case var _ when CoolsUntil(state, ticket, agent) is not null:
                    cooling++;
                    break;
                case var _ when Exclusions.IsHeldAgainst(agent, ticket):
                    held++;
                    break;
                case var _ when Exclusions.IsReservedAgainst(state, agent, ticket.Lane):
                    reserved++;
                    break;
                case { IsLeaving: true }:
                    draining++;
                    break;
                case { HasLiveSession: false }:
                    lost++;
                    break;
            }
        }

        return new StepStaffing
        {
            Requirement = step.Step.Requirement,
            OpensAt = ticket.EnteredAt == 0 ? 0 : ticket.EnteredAt + step.Step.OpensAfterMs,
            IsOpen = ticket.EnteredAt > 0 && number <= ticket.Step && ticket.Wanted?.Lane is null,
            Registered = step.Lane.Registered,
            SignedIn = signedIn,
            Away = away,
            Resting = resting,
            AtCapacity = full,
            CoolingDown = cooling,
            Held = held,
            Reserved = reserved,
            Draining = draining,
            SessionLost = lost,
            Eligible = signedIn - away - resting - full - cooling - held - reserved - draining - lost,
            LongestBusyMs = longest,
        };
    }
}
