using Router.Engine.Records;
using Router.Engine.State;

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
                LastGiven = state.Selecting.Cursors.Saved,
            },
            Facts = batch.Facts,
            Messages = batch.Messages.Count == 0 ? [] : batch.Messages,
            DeletedAgents = batch.DeletedAgents.Count == 0 ? [] : [.. batch.DeletedAgents.Where(id => !state.Agents.ContainsKey(id)).Distinct()],
            Tickets = TakeTickets(state),
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

    private static TicketRecord[] TakeTickets(WorkspaceState state)
    {
        var tickets = state.Batch.Tickets;
        var records = new TicketRecord[tickets.Count];
        for (var i = 0; i < records.Length; i++)
        {
            var ticket = tickets[i];
            records[i] = ToRecord(ticket);
            ticket.IsSaved = true;
            if (ticket.IsClosed)
            {
                state.ClosedTickets.Return(ticket);
            }
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

    // Most were looked at, and are as they were: nobody had to wait.
    private static List<WaitClassRecord> TakeWaitClasses(Batch batch)
    {
        var records = new List<WaitClassRecord>();
        foreach (var waitClass in batch.WaitClasses)
        {
            if (waitClass.ToSave() is { } record)
            {
                records.Add(record);
            }

            waitClass.IsSaved = true;
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
        TimeToLiveMs = ticket.TimeToLiveMs,
        EnteredAt = ticket.EnteredAt,
        DueAt = ticket.DueAt,
        HeadStartMs = ticket.HeadStartMs,
        OfferNo = ticket.OfferNo,
        AgentId = ticket.Agent?.Id ?? "",
        OfferedAt = ticket.OfferedAt,
        OfferExpiresAt = ticket.OfferExpiresAt,
        AssignmentNo = ticket.AssignmentNo,
        AssignmentsBefore = ticket.AssignmentsBefore,
        AssignedAt = ticket.AssignedAt,
        InteractionEndedAt = ticket.InteractionEndedAt,
        InteractionEndedBy = ticket.InteractionEndedBy,
        WrapUpEndsAt = ticket.WrapUpEndsAt,
        Disposition = ticket.Disposition,
        Note = ticket.Note,
        Messages = ticket.Messages,
        Told = ticket.Told,
        PromiseUntil = ticket.PromiseUntil,
        PromiseFate = ticket.PromiseFate,
        Later = ticket.Later,
        Detours = ticket.Detours?.ToRecord() ?? TicketDetours.None,
        History = ticket.History,
    };

    public static AgentRecord ToRecord(WorkspaceState state, Agent agent) => new()
    {
        Profile = agent.Profile,
        Number = agent.Number,
        Session = agent.Session,
        GoneSince = agent.GoneSince,
        RestUntil = agent.RestUntil,
        Overloaded = agent.IsOverloaded,
        BusySince = agent.Busy?.Since ?? 0,
        BusySlices = agent.Busy?.Done ?? [],
        TakeUntil = agent.TakeUntil,
        IdleSince = agent.IdleSince,
        Missed = MissedOf(state, agent),
    };

    private static IReadOnlyDictionary<string, int> MissedOf(WorkspaceState state, Agent agent)
    {
        if (!agent.HasMissed)
        {
            return AgentRecord.NothingMissed;
        }

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
