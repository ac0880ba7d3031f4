using System.Diagnostics;
using Router.Engine.Events;
using Router.Engine.Tickets;
using Router.Server.Workspaces;

namespace Router.Server.Traces;

/// <summary>The spans that a batch ends.</summary>
/// <param name="source">Makes them.</param>
/// <param name="workspace">The workspace.</param>
/// <param name="now">When the batch was committed, the server's time in ms.</param>
/// <param name="batch">The batch.</param>
internal sealed class BatchSpans(ActivitySource source, string workspace, long now, CommittedBatch batch)
{
    private readonly HashSet<string> _committed = new(StringComparer.Ordinal);

    /// <summary>Makes all of them.</summary>
    public void Trace()
    {
        foreach (var fact in batch.Changes.Facts)
        {
            if (fact is TicketFact about)
            {
                Trace(about);
                if (_committed.Add(about.TicketId))
                {
                    Span(about, "commit", now - (long)batch.CommitTime.TotalMilliseconds, now, ("router.batch.calls", batch.Calls));
                }
            }
        }
    }

    private void Trace(TicketFact fact)
    {
        if (AssignmentEnd.HandledMs(fact) is { } handled)
        {
            Span(fact, "handle", fact.At - handled, fact.At);
        }

        switch (fact)
        {
            case TicketEntered { Cause: EntryCause.Submitted } or TicketScheduled:
                Span(fact, "submit", fact.At, now);
                break;
            case OfferEnded ended:
                Span(fact, "offer", fact.At - ended.OpenMs, fact.At, ("router.offer.end", $"{ended.End}"));
                break;
            case TicketAssigned assigned:
                Assigned(assigned);
                break;
            case TicketLeft { WaitMs: > 0 } left:
                Span(fact, "wait", fact.EnteredAt, fact.At, ("router.wait.end", $"{left.State}"));
                break;
        }
    }

    private void Assigned(TicketAssigned assigned)
    {
        if (assigned.IsFirst)
        {
            Span(assigned, "wait", assigned.EnteredAt, assigned.At, ("router.wait.end", $"{TicketState.Assigned}"));
        }

        if (assigned.OfferNo > 0)
        {
            Span(assigned, "offer", OfferedAt(assigned), assigned.At, ("router.offer.end", "Accepted"));
        }

        Span(assigned, "accept", assigned.At, now);
    }

    private long OfferedAt(TicketAssigned assigned)
    {
        var offered = batch.Ticket(assigned.TicketId)?.History.LastOrDefault(h => h.Kind == FactKind.OfferMade && h.At <= assigned.At).At ?? 0;
        return offered > 0 ? offered : assigned.At;
    }

    private void Span(TicketFact fact, string name, long from, long until, params ReadOnlySpan<(string Name, object Value)> tags)
    {
        var span = source.StartActivity(
            name, ActivityKind.Internal, TraceContext.Of(fact.TicketId), tags: null, links: null, DateTimeOffset.FromUnixTimeMilliseconds(from));
        if (span is not null)
        {
            span.SetTag("router.workspace", workspace);
            span.SetTag("router.ticket", fact.TicketId);
            span.SetTag("router.queue", fact.Content.Queue);
            span.SetTag("router.channel", fact.Content.Channel);
            foreach (var (tag, value) in tags)
            {
                span.SetTag(tag, value);
            }

            span.SetEndTime(DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(from, until)).UtcDateTime);
            span.Stop();
        }
    }
}
