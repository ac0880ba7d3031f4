using Router.Engine.Records;
using Router.Server.Store;
using Router.Server.Store.Reading;
using Router.Server.Workspaces;
using Router.Simulator.Recorded;

namespace Router.Server.WhatIf;

/// <summary>Reads recorded traffic of a workspace out of its events, beside its loop.</summary>
/// <param name="workspace">The workspace.</param>
internal sealed class TrafficReader(Workspace workspace)
{
    /// <summary>So much of what was before is read too, ms, so that queues and agents are at the beginning as they were: 12 h.</summary>
    public const long BeforeMs = TimeSpan.MillisecondsPerDay / 2;

    private const int BatchesPerRead = 64;
    private const int TicketsPerQuery = 500;

    /// <summary>Reads what came from one time to another, and what became of it up to now.</summary>
    /// <param name="kept">What is kept.</param>
    /// <param name="from">The beginning, engine time in ms.</param>
    /// <param name="until">The end: what entered from then on is left out.</param>
    /// <param name="mostVisits">With more it is given up.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The traffic, or null where it is more than that.</returns>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<RecordedTraffic?> ReadAsync(EventRange kept, long from, long until, int mostVisits, CancellationToken cancel)
    {
        var begin = Math.Max(0, from - BeforeMs);
        var next = await workspace.Store.Events.FirstSinceAsync(kept, begin, cancel);
        var (visits, agents, offers, end) = (new VisitBook(), new AtWorkBook(begin), new OfferBook(), from);
        while (next <= kept.Newest.Number && await workspace.Store.Events.ReadAsync(next, BatchesPerRead, cancel) is { Count: > 0 } read)
        {
            foreach (var told in read)
            {
                end = TimeOf(told);
                visits.Hear(told, end);
                agents.Hear(told, end);
                offers.Hear(told, end);
            }

            if (visits.All.Count > mostVisits)
            {
                return null;
            }

            next = read[^1].Position.Number + 1;
        }

        await TellContentsAsync(visits, begin, cancel);
        return new RecordedTraffic(
            begin,
            end,
            [.. visits.All.Where(visit => visit.EnteredAt < until)],
            [.. agents.Close(end).Select(agent => agent with { Habits = offers.Habits(agent.Id) })]);
    }

    // Events say nothing of customers and attributes, by which rules classify: the tickets do.
    private async Task TellContentsAsync(VisitBook visits, long begin, CancellationToken cancel)
    {
        var closed = await workspace.Store.ClosedTickets.FindAllAsync([.. visits.First.Keys], begin, cancel);
        foreach (var (id, ticket) in closed)
        {
            Tell(visits.First[id], ticket);
        }

        foreach (var page in visits.First.Keys.Where(id => !closed.ContainsKey(id)).Chunk(TicketsPerQuery))
        {
            var open = await workspace.QueryAsync(engine => page.Select(engine.Ticket).ToList(), cancel: cancel);
            foreach (var ticket in open.OfType<TicketRecord>())
            {
                Tell(visits.First[ticket.Id], ticket);
            }
        }
    }

    // One that was handed over since asks for something else now: what it asked for then is told by the event.
    private static void Tell(Visit visit, TicketRecord ticket) => visit.Content = ticket.Transfers == 0
        ? ticket.Content with { Queue = visit.Content.Queue }
        : visit.Content with
        {
            CustomerId = ticket.Content.CustomerId,
            KnownAgentId = ticket.Content.KnownAgentId,
            Attributes = ticket.Content.Attributes,
            Classified = ticket.Content.Classified,
        };

    private static long TimeOf(V1.Event told) => told.Time.ToDateTimeOffset().ToUnixTimeMilliseconds();
}
