using Router.Engine.Agents;
using Router.Engine.Lanes;
using Router.Engine.Matching;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Queries;

/// <summary>Finds all that keeps one agent from a ticket.</summary>
internal static class AgentStandingQuery
{
    public static AgentStanding Of(WorkspaceState state, Ticket ticket, Agent agent)
    {
        if (ticket.Agent == agent || ticket.IsOfferedTo(agent))
        {
            return new AgentStanding(agent.Id, [WhyNot.HasIt], EndsAt(ticket) ?? 0);
        }

        if (ticket.PeerOffer is { } offer && offer.Target == agent)
        {
            return new AgentStanding(agent.Id, [WhyNot.HasIt], offer.ExpiresAt);
        }

        if (ticket.ParticipantOf(agent) is not null)
        {
            return new AgentStanding(agent.Id, [WhyNot.HasIt], 0);
        }

        var reasons = new List<WhyNot>();
        var until = Math.Min(Math.Min(ByProfile(state, ticket, agent, reasons), ByPresence(ticket, agent, reasons)), ByWork(state, ticket, agent, reasons));
        if (ticket.Agent is not null || ticket.Broadcast is not null)
        {
            reasons.Add(WhyNot.AnotherAgent);
            until = Math.Min(until, EndsAt(ticket) ?? long.MaxValue);
        }

        return new AgentStanding(agent.Id, reasons, until == long.MaxValue ? 0 : until);
    }

    private static long ByProfile(WorkspaceState state, Ticket ticket, Agent agent, List<WhyNot> reasons)
    {
        if (ticket.Lane.Eligible.Has(agent.Slot))
        {
            return long.MaxValue;
        }

        if (ticket.Wanted is { Lane: not null } wanted)
        {
            reasons.Add(WhyNot.AwaitsAnother);
            return wanted.Until > state.Now ? wanted.Until : long.MaxValue;
        }

        if (ticket.Lane.LeftOut?.Has(agent.Slot) == true)
        {
            reasons.Add(WhyNot.SessionLanguage);
        }
        else
        {
            // He is told what he lacks for the open step that he is nearest to.
            reasons.AddRange(ticket.Plan.Steps.Take(ticket.Step + 1).Select(s => Lacking(agent.Profile, s.Step.Requirement)).MinBy(l => l.Count)!);
        }

        var later = Array.FindIndex(ticket.Plan.Steps, s => s.Lane.Eligible.Has(agent.Slot));
        var opensAt = later < 0 ? 0 : ticket.EnteredAt + ticket.Plan.Steps[later].Step.OpensAfterMs;
        return ticket.EnteredAt > 0 && opensAt > state.Now ? opensAt : long.MaxValue;
    }

    private static List<WhyNot> Lacking(AgentProfile profile, Requirement requirement)
    {
        var lacking = new List<WhyNot>();
        if (!Eligibility.ServesQueue(profile, requirement.Queue))
        {
            lacking.Add(WhyNot.Queue);
        }

        if (requirement.Languages.Count > 0 && !requirement.Languages.Any(l => Eligibility.LevelOf(profile, l.Tag) >= l.MinLevel))
        {
            lacking.Add(WhyNot.Language);
        }

        if (!requirement.Skills.All(s => profile.Skills.GetValueOrDefault(s.Name) >= s.MinLevel))
        {
            lacking.Add(WhyNot.Skill);
        }

        return lacking;
    }

    private static long ByPresence(Ticket ticket, Agent agent, List<WhyNot> reasons)
    {
        if (agent.Capacities[ticket.Channel.Index].Max == 0 || !agent.WantsChannel(ticket.Channel))
        {
            reasons.Add(WhyNot.Channel);
        }

        if (!agent.IsSignedIn)
        {
            reasons.Add(WhyNot.NotSignedIn);
            return long.MaxValue;
        }

        if (!agent.HasLiveSession)
        {
            reasons.Add(WhyNot.SessionLost);
        }

        if (!agent.TakesNow)
        {
            reasons.Add(WhyNot.Away);
        }
        else if (agent.IsLeaving)
        {
            reasons.Add(WhyNot.Draining);
        }

        if (agent.IsResting)
        {
            reasons.Add(WhyNot.Resting);
        }

        return agent.RestUntil > 0 ? agent.RestUntil : long.MaxValue;
    }

    private static long ByWork(WorkspaceState state, Ticket ticket, Agent agent, List<WhyNot> reasons)
    {
        var until = long.MaxValue;
        if (!Readiness.HasRoom(state, agent, ticket.Channel))
        {
            var isApart = !ticket.Channel.IsLive || ticket.Channel.Policy.Exclusive || agent.Load.Exclusive;
            reasons.Add(isApart && agent.Load.LiveTickets > 0 ? WhyNot.LiveWork : WhyNot.Capacity);
            until = agent.Tickets.Select(EndsAt).Concat(agent.PeerOffers.Select(t => (long?)t.PeerOffer!.ExpiresAt)).Min() ?? long.MaxValue;
        }

        if (StepStaffingQuery.CoolsUntil(state, ticket, agent) is { } cool)
        {
            reasons.Add(WhyNot.CoolingDown);
            until = Math.Min(until, cool);
        }

        if (Exclusions.IsHeldAgainst(agent, ticket))
        {
            reasons.Add(WhyNot.HeldForExclusive);
            until = Math.Min(until, agent.HeldFor!.HoldEndsAt);
        }

        if (Exclusions.IsReservedAgainst(state, agent, ticket.Lane))
        {
            reasons.Add(WhyNot.Reserved);
        }

        if (ticket.State == TicketState.Queued && ticket.Lane.Eligible.Has(agent.Slot) && AheadQuery.IsAnyFor(state, agent, ticket))
        {
            reasons.Add(WhyNot.TicketAhead);
        }

        return until;
    }

    private static long? EndsAt(Ticket ticket) => ticket.State switch
    {
        TicketState.Offered => ticket.OfferExpiresAt,
        TicketState.WrappingUp => ticket.WrapUpEndsAt,
        _ => null,
    };
}
