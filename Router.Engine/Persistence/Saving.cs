using Router.Engine.Records;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Persistence;

/// <summary>From the state to what is saved of it.</summary>
internal static class Saving
{
    public static Changes Take(WorkspaceState state)
    {
        var batch = state.Batch;
        var changes = new Changes
        {
            Meta = new MetaRecord
            {
                Now = state.Now,
                Term = state.Term,
                LastTicket = state.LastTicket,
                LastAgent = state.LastAgent,
                LastFact = state.LastFact,
                QueuesWithoutAgents = state.QueuesWithoutAgents.Count == 0 ? [] : [.. state.QueuesWithoutAgents],
                Renewal = state.Renewal?.Record,
                Alarms = state.Alarms.Records,
                AlarmsQuietUntil = state.Alarms.QuietUntil,
                LastGiven = state.Selecting.Cursors,
            },
            Facts = batch.Facts,
            Messages = batch.Messages.Count == 0 ? [] : batch.Messages,
            DeletedAgents = batch.DeletedAgents.Count == 0 ? [] : [.. batch.DeletedAgents.Where(id => !state.Agents.ContainsKey(id)).Distinct()],
            Tickets = TakeTickets(batch),
            Agents = TakeAgents(state),
            WaitClasses = TakeWaitClasses(batch),
            Policies = batch.Policies.Count == 0 ? [] : batch.Policies,
            Customers = batch.Customers.Count == 0 ? [] : TakeCustomers(state),
            ForgottenCustomers =
                batch.ForgottenCustomers.Count == 0 ? [] : [.. batch.ForgottenCustomers.Where(id => state.Customers.Find(id) is null)],
        };
        batch.Clear();
        return changes;
    }

    private static TicketRecord[] TakeTickets(Batch batch)
    {
        var records = new TicketRecord[batch.Tickets.Count];
        for (var i = 0; i < records.Length; i++)
        {
            records[i] = ToRecord(batch.Tickets[i]);
            batch.Tickets[i].IsSaved = true;
        }

        return records;
    }

    // Without those who are no longer registered.
    private static List<AgentRecord> TakeAgents(WorkspaceState state)
    {
        var records = new List<AgentRecord>(state.Batch.Agents.Count);
        foreach (var agent in state.Batch.Agents)
        {
            if (!agent.IsDeleted)
            {
                records.Add(ToRecord(state, agent));
            }

            agent.IsSaved = true;
        }

        return records;
    }

    private static WaitClassRecord[] TakeWaitClasses(Batch batch)
    {
        var records = new WaitClassRecord[batch.WaitClasses.Count];
        for (var i = 0; i < records.Length; i++)
        {
            records[i] = batch.WaitClasses[i].ToRecord();
            batch.WaitClasses[i].IsSaved = true;
        }

        return records;
    }

    private static List<CustomerRecord> TakeCustomers(WorkspaceState state)
    {
        state.Batch.Customers.ForEach(c => c.IsSaved = true);
        return [.. state.Batch.Customers.Where(c => state.Customers.Find(c.Record.Id) == c).Select(c => c.Record)];
    }

    public static TicketRecord ToRecord(Ticket ticket) => new()
    {
        Id = ticket.Id,
        Counter = ticket.Counter,
        Content = ticket.Content,
        State = ticket.State,
        StateSince = ticket.StateSince,
        Steps = ticket.Plan.Saved,
        Step = ticket.Step,
        CreatedAt = ticket.CreatedAt,
        StartsAt = ticket.StartsAt,
        WaitsForOpening = ticket.WaitsForOpening,
        TimeToLiveMs = ticket.TimeToLiveMs,
        EnteredAt = ticket.EnteredAt,
        DueAt = ticket.DueAt,
        HeadStartMs = ticket.HeadStartMs,
        Unroutable = ticket.Unroutable,
        OfferNo = ticket.OfferNo,
        AgentId = ticket.Agent?.Id ?? "",
        Offers = ticket.Broadcast is { } broadcast ? Array.ConvertAll(broadcast.Open, o => new OpenOffer(o.Agent.Id, o.OfferNo)) : [],
        OffersMade = ticket.Broadcast?.MadeTo ?? 0,
        OfferedAt = ticket.OfferedAt,
        OfferExpiresAt = ticket.OfferExpiresAt,
        Declines = ticket.Declines,
        Cooldowns = ticket.Cooldowns,
        HeldAgentId = ticket.HeldAgent?.Id ?? "",
        HoldEndsAt = ticket.HoldEndsAt,
        HoldSpent = ticket.HoldSpent,
        AssignmentNo = ticket.AssignmentNo,
        AssignmentsBefore = ticket.AssignmentsBefore,
        AssignedAt = ticket.AssignedAt,
        OnHoldSince = ticket.OnHoldSince,
        OnHoldMs = ticket.OnHoldMs,
        InteractionEndedAt = ticket.InteractionEndedAt,
        InteractionEndedBy = ticket.InteractionEndedBy,
        WrapUpEndsAt = ticket.WrapUpEndsAt,
        WrapUpExtended = ticket.WrapUpExtended,
        Hard = ticket.IsHard,
        ParkedUntil = ticket.ParkedUntil,
        ResumesOnAnswer = ticket.ResumesOnAnswer,
        Disposition = ticket.Disposition,
        Note = ticket.Note,
        PeerOffer = ticket.PeerOffer is { } offer
            ? new PendingPeerOffer(offer.Target.Id, offer.OfferNo, offer.MadeAt, offer.ExpiresAt, offer.Note, offer.IsConsult)
            : null,
        Participants = ticket.Participants.Length == 0 ? [] : Array.ConvertAll(ticket.Participants, p => new JoinedAgent(p.Agent.Id, p.OfferNo, p.JoinedAt, p.Stays)),
        Transfers = ticket.Transfers,
        CancelCause = ticket.CancelCause,
        WantedAgentId = ticket.Wanted?.AgentId ?? "",
        WantedCause = ticket.Wanted?.Cause ?? WantedCause.Unspecified,
        WantedUntil = ticket.Wanted?.Until ?? 0,
        IsExpedited = ticket.IsExpedited,
        Messages = ticket.Messages,
        Told = ticket.Told,
        PromiseUntil = ticket.PromiseUntil,
        PromiseFate = ticket.PromiseFate,
        Later = ticket.Later,
        History = ticket.History,
    };

    public static AgentRecord ToRecord(WorkspaceState state, Agent agent) => new()
    {
        Profile = agent.Profile,
        Number = agent.Number,
        SessionId = agent.SessionId,
        SessionChannels = agent.SessionChannels,
        SessionLanguages = agent.SessionLanguages,
        SignedInAt = agent.SignedInAt,
        GoneSince = agent.GoneSince,
        GraceUntil = agent.GraceUntil,
        Presence = agent.Presence,
        PresenceReason = agent.PresenceReason,
        PresenceSince = agent.PresenceSince,
        NextPresence = agent.NextPresence,
        NextReason = agent.NextReason,
        PresenceSet = agent.PresenceSet,
        NextSet = agent.NextSet,
        AwayChannels = agent.AwayChannels,
        Drain = agent.Drain,
        Draining = agent.IsDraining,
        RestUntil = agent.RestUntil,
        Overloaded = agent.IsOverloaded,
        BusySince = agent.Busy?.Since ?? 0,
        BusySlices = agent.Busy?.Done ?? [],
        TakeUntil = agent.TakeUntil,
        TakeChannels = agent.TakeChannels,
        SigningOut = agent.SigningOut,
        IdleSince = agent.IdleSince,
        Missed = MissedOf(state, agent),
    };

    private static IReadOnlyDictionary<string, int> MissedOf(WorkspaceState state, Agent agent)
    {
        Dictionary<string, int>? missed = null;
        foreach (var channel in state.Channels)
        {
            if (agent.MissedOf(channel) is > 0 and var count)
            {
                (missed ??= []).Add(channel.Name, count);
            }
        }

        return missed ?? AgentRecord.NothingMissed;
    }
}
