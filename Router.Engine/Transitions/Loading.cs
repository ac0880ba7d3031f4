using Router.Engine.Deadlines;
using Router.Engine.Estimates;
using Router.Engine.Events;
using Router.Engine.Lanes;
using Router.Engine.Matching;
using Router.Engine.Records;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>From what was saved to a state that goes on exactly as the one it was saved from.</summary>
internal static class Loading
{
    public static WorkspaceState Load(WorkspaceRecord saved, double clockSpeed)
    {
        var state = new WorkspaceState(clockSpeed)
        {
            Now = saved.Meta.Now,
            Term = saved.Meta.Term,
            LastTicket = saved.Meta.LastTicket,
            LastAgent = saved.Meta.LastAgent,
            LastFact = saved.Meta.LastFact,
        };
        state.QueuesWithoutAgents.UnionWith(saved.Meta.QueuesWithoutAgents);
        foreach (var (queue, number) in saved.Meta.LastGiven)
        {
            state.Selecting.Cursors.Set(queue, number);
        }

        PolicyIndex.Use(state, saved.Policy);
        LoadAlarms(state, saved);
        foreach (var name in saved.WaitClasses.Select(c => c.Channel).Order(StringComparer.Ordinal))
        {
            PolicyIndex.Remember(state, name);
        }

        foreach (var customer in saved.Customers)
        {
            state.Customers.Put(customer);
        }

        foreach (var record in saved.Agents.OrderBy(a => a.Number))
        {
            AddAgent(state, record);
        }

        foreach (var record in saved.WaitClasses.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            AddWaitClass(state, record);
        }

        var oldPlans = new Dictionary<string, RoutingPlan>(StringComparer.Ordinal);
        foreach (var record in saved.Tickets.OrderBy(t => t.Counter))
        {
            AddTicket(state, record, PlanFor(state, record, oldPlans));
        }

        state.Renewal = saved.Meta.Renewal is { } renewal ? new Renewal(renewal, state.Tickets.Values) : null;
        Derive(state);
        state.ReserveHasRisen = false;
        state.LastFact = saved.Meta.LastFact;
        state.Batch.Clear();
        return state;
    }

    private static void LoadAlarms(WorkspaceState state, WorkspaceRecord saved)
    {
        state.Alarms.QuietUntil = saved.Meta.AlarmsQuietUntil;
        state.Alarms.Use(state, saved.Policy, saved.Meta.Alarms);
        foreach (var queue in state.QueuesWithoutAgents)
        {
            AlarmTurns.SetWithoutAgents(state, queue, isSo: true);
        }

        foreach (var known in saved.Meta.Alarms.Where(a => state.Alarms.WithoutAgents.ContainsKey(a.Key.Queue) && a.Key.Figure == AlarmFigure.NoAgents))
        {
            state.Alarms.WithoutAgents[known.Key.Queue] = known;
        }
    }

    private static void AddAgent(WorkspaceState state, AgentRecord record)
    {
        var agent = Registry.Add(state, record.Profile, record.Number);
        Registry.CountLanguages(state, agent, 1);
        agent.Session = record.Session;
        agent.GoneSince = record.GoneSince;
        agent.RestUntil = record.RestUntil;
        agent.IsOverloaded = record.Overloaded;
        agent.Busy = record is { BusySince: 0, BusySlices.Count: 0 } ? null : new BusyHour { Since = record.BusySince, Done = [.. record.BusySlices] };
        agent.TakeUntil = record.TakeUntil;
        agent.IdleSince = record.IdleSince;
        foreach (var (name, missed) in record.Missed)
        {
            agent.Miss(state.Channel(name)!, missed);
        }
    }

    private static void AddWaitClass(WorkspaceState state, WaitClassRecord record)
    {
        var key = new WaitClassKey(record.Queue, record.Channel, record.Language, record.HeadStartMs);
        var waitClass = WaitClassMap.Add(state, state.Channel(record.Channel)!, key);
        waitClass.Exits = record.Exits;
        waitClass.Exposure = record.Exposure;
        waitClass.ExitsSeen = record.ExitsSeen;
        waitClass.CountedUntil = record.CountedUntil;
        waitClass.PromiseLog = [.. record.PromiseLog];
        waitClass.EstimateLog = [.. record.EstimateLog];
        waitClass.DrainError = record.DrainError;
        waitClass.OldestError = record.OldestError;
        waitClass.JudgedDay = record.JudgedDay;
        waitClass.Judged = record.Judged;
        waitClass.Kept = record.Kept;
    }

    /// <summary>The plan of the policy in force where it still is the ticket's, else one of its own steps.</summary>
    private static RoutingPlan PlanFor(WorkspaceState state, TicketRecord record, Dictionary<string, RoutingPlan> oldPlans)
    {
        if (LaneMap.PlanOfSteps(state, record.Content, record.Steps) is { } plan)
        {
            return plan;
        }

        var key = $"{record.Content.Channel} {string.Join(' ', record.Steps.Select(TextOf))}";
        if (!oldPlans.TryGetValue(key, out plan))
        {
            plan = LaneMap.Build(state, state.Channel(record.Content.Channel)!, record.Steps);
            plan.IsForgotten = true;
            oldPlans.Add(key, plan);
        }

        return plan;
    }

    private static string TextOf(RoutingStep step) =>
        $"{step.OpensAfterMs}{(step.IsExpedited ? "!" : "")}:{step.Requirement.Queue}/{string.Join(',', step.Requirement.Languages)}/{string.Join(',', step.Requirement.Skills)}";

    private static void AddTicket(WorkspaceState state, TicketRecord record, RoutingPlan plan)
    {
        var ticket = ToTicket(state, record, plan);
        plan.Users++;
        state.Tickets.Add(ticket);
        Moves.Count(ticket, 1);
        ticket.Agent?.Add(ticket);
        ticket.PeerOffer?.Target.AddPeerOffer(ticket);
        foreach (var participant in ticket.Participants)
        {
            participant.Agent.AddJoined(ticket);
        }

        foreach (var offer in ticket.Broadcast?.Open ?? [])
        {
            offer.Agent.Add(ticket);
        }

        if (ticket.HeldAgent is { } held)
        {
            held.HeldFor = ticket;
        }

        if (ticket.IsWaiting)
        {
            ticket.WaitClass.Add(ticket);
        }

        if (ticket.State == TicketState.Queued)
        {
            ticket.Lane.Tickets.Add(ticket.Key, ticket);
            state.LanesWithTickets(ticket.Lane).Set(ticket.Lane.Slot, true);
        }

        if (ticket.Later?.CallBack is not null)
        {
            state.CallBacks.Add(ticket);
        }

        if (ticket.Unroutable)
        {
            state.Unroutable.Add(ticket.Counter, ticket);
        }

        TicketDeadline.Update(state, ticket);
    }

    /// <summary>What is saved of a ticket as a ticket, which nothing in the state knows of yet.</summary>
    public static Ticket ToTicket(WorkspaceState state, TicketRecord record, RoutingPlan plan)
    {
        var channel = state.Channel(record.Content.Channel)!;
        var ticket = new Ticket(record.Id, record.Counter, record.Content)
        {
            Channel = channel,
            Plan = plan,
            WaitClass = WaitClassMap.ClassFor(state, channel, record.Content, record.HeadStartMs),
            State = record.State,
            StateSince = record.StateSince,
            CreatedAt = record.CreatedAt,
            EnteredAt = record.EnteredAt,
            StartsAt = record.StartsAt,
            WaitsForOpening = record.WaitsForOpening,
            TimeToLiveMs = record.TimeToLiveMs,
            HeadStartMs = record.HeadStartMs,
            DueAt = record.DueAt,
            Step = record.Step,
            Unroutable = record.Unroutable,
            OfferNo = record.OfferNo,
            Agent = record.AgentId.Length > 0 ? state.Agents[record.AgentId] : null,
            Broadcast = record.Offers.Count == 0 ? null : new(record.OffersMade, [.. record.Offers.Select(o => new AgentOffer(state.Agents[o.AgentId], o.OfferNo))]),
            OfferedAt = record.OfferedAt,
            OfferExpiresAt = record.OfferExpiresAt,
            Declines = record.Declines,
            Cooldowns = [.. record.Cooldowns],
            HeldAgent = record.HeldAgentId.Length > 0 ? state.Agents[record.HeldAgentId] : null,
            HoldEndsAt = record.HoldEndsAt,
            HoldSpent = record.HoldSpent,
            AssignmentNo = record.AssignmentNo,
            AssignmentsBefore = record.AssignmentsBefore,
            AssignedAt = record.AssignedAt,
            OnHoldSince = record.OnHoldSince,
            OnHoldMs = record.OnHoldMs,
            InteractionEndedAt = record.InteractionEndedAt,
            InteractionEndedBy = record.InteractionEndedBy,
            WrapUpEndsAt = record.WrapUpEndsAt,
            WrapUpExtended = record.WrapUpExtended,
            IsHard = record.Hard,
            ParkedUntil = record.ParkedUntil,
            ResumesOnAnswer = record.ResumesOnAnswer,
            Disposition = record.Disposition,
            Note = record.Note,
            PeerOffer = record.PeerOffer is { } offer
                ? new PeerOffer(state.Agents[offer.AgentId], offer.OfferNo, offer.MadeAt, offer.ExpiresAt, offer.Note, offer.IsConsult)
                : null,
            Participants = [.. record.Participants.Select(p => new Participant(state.Agents[p.AgentId], p.OfferNo, p.JoinedAt, p.Stays))],
            Transfers = record.Transfers,
            CancelCause = record.CancelCause,
            IsExpedited = record.IsExpedited,
            Wanted = WantedOf(state, channel, record),
            Messages = record.Messages,
            Told = record.Told,
            PromiseUntil = record.PromiseUntil,
            PromiseFate = record.PromiseFate,
            Later = record.Later,
            History = record.History,
        };
        return ticket;
    }

    private static WantedAgent? WantedOf(WorkspaceState state, ChannelSlot channel, TicketRecord record)
    {
        if (record.WantedAgentId.Length == 0)
        {
            return null;
        }

        var wanted = new WantedAgent(record.WantedAgentId, record.WantedCause, record.WantedUntil);
        if (record.WantedUntil == 0)
        {
            return wanted;
        }

        var lane = LaneMap.PersonalFor(state, channel, state.Agents[record.WantedAgentId]);
        lane.Users++;
        return wanted with { Lane = lane };
    }

    private static void Derive(WorkspaceState state)
    {
        foreach (var agent in state.Agents.Values)
        {
            Registry.Judge(state, agent);
            Readiness.RestoreCount(state, agent);
            Readiness.Refresh(state, agent);
        }

        Routability.Review(state);
    }
}
