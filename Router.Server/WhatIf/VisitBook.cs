using Google.Protobuf.WellKnownTypes;
using Router.Engine.Tickets;
using Router.Simulator.Recorded;
using Contract = Router.V1;

namespace Router.Server.WhatIf;

/// <summary>Tickets in queues, out of events in their order. Of a ticket that had entered before the first event nothing is known.</summary>
internal sealed class VisitBook
{
    private readonly List<Visit> _all = [];
    private readonly Dictionary<string, Visit> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _overflowed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Visit> _first = new(StringComparer.Ordinal);

    /// <summary>What was heard of, in the order in which it entered.</summary>
    public IReadOnlyList<Visit> All => _all;

    /// <summary>The first visit of each ticket that came, by its id.</summary>
    public IReadOnlyDictionary<string, Visit> First => _first;

    /// <summary>Hears an event.</summary>
    /// <param name="told">The event.</param>
    /// <param name="at">When it happened, ms.</param>
    public void Hear(Contract.Event told, long at)
    {
        switch (told.FactCase)
        {
            case Contract.Event.FactOneofCase.TicketOverflowed:
                _overflowed.TryAdd(told.TicketOverflowed.TicketId, told.TicketOverflowed.FromQueue);
                break;
            case Contract.Event.FactOneofCase.TicketEntered:
                Enter(told.TicketEntered, at);
                break;
            case Contract.Event.FactOneofCase.TicketAssigned when Of(told.TicketAssigned.TicketId) is { AnsweredAt: 0 } visit:
                visit.AnsweredAt = at;
                break;
            case Contract.Event.FactOneofCase.OfferEnded when told.OfferEnded.Kind == Contract.OfferKind.Assignment && Of(told.OfferEnded.TicketId) is { } visit:
                visit.Declined += told.OfferEnded.Outcome == Contract.OfferOutcome.Declined ? 1 : 0;
                visit.Missed += told.OfferEnded.Missed ? 1 : 0;
                break;
            case Contract.Event.FactOneofCase.PromiseJudged when Of(told.PromiseJudged.TicketId) is { } visit:
                visit.PromiseKept = told.PromiseJudged.Kept;
                break;
            case Contract.Event.FactOneofCase.TicketRequeued when Of(told.TicketRequeued.TicketId) is { } visit:
                Talk(visit, told.TicketRequeued.Handling, told.TicketRequeued.OnHold);
                break;
            case Contract.Event.FactOneofCase.TicketTransferred when Of(told.TicketTransferred.TicketId) is { } visit:
                Talk(visit, told.TicketTransferred.Handling, told.TicketTransferred.OnHold);
                if (!told.TicketTransferred.Warm)
                {
                    End(told.TicketTransferred.TicketId, visit, VisitEnd.Served, at);
                }

                break;
            case Contract.Event.FactOneofCase.TicketParked when Of(told.TicketParked.TicketId) is { } visit:
                Talk(visit, told.TicketParked.Handling, told.TicketParked.OnHold);
                End(told.TicketParked.TicketId, visit, VisitEnd.Served, at);
                break;
            case Contract.Event.FactOneofCase.CallBackAttempted when told.CallBackAttempted.NextAt is not null && Of(told.CallBackAttempted.TicketId) is { } visit:
                Talk(visit, told.CallBackAttempted.Handling, told.CallBackAttempted.OnHold);
                End(told.CallBackAttempted.TicketId, visit, VisitEnd.Served, at);
                break;
            case Contract.Event.FactOneofCase.TicketCompleted when Of(told.TicketCompleted.TicketId) is { } visit:
                Complete(told.TicketCompleted, visit, at);
                break;
            case Contract.Event.FactOneofCase.TicketAbandoned when Of(told.TicketAbandoned.TicketId) is { } visit:
                visit.IsShort = told.TicketAbandoned.Short;
                End(told.TicketAbandoned.TicketId, visit, VisitEnd.Abandoned, at);
                break;
            case Contract.Event.FactOneofCase.TicketCancelled when Of(told.TicketCancelled.TicketId) is { } visit:
                End(told.TicketCancelled.TicketId, visit, VisitEnd.Lost, at);
                break;
            case Contract.Event.FactOneofCase.TicketExpired when Of(told.TicketExpired.TicketId) is { } visit:
                End(told.TicketExpired.TicketId, visit, VisitEnd.Lost, at);
                break;
        }
    }

    private void Enter(Contract.TicketEntered entered, long at)
    {
        if (entered.Reason == Contract.EntryReason.Moved && Of(entered.TicketId) is { } moved)
        {
            // A supervisor's hand is no rule: it counts as if it had come to where it was moved.
            moved.Content = moved.Content with { Queue = entered.Queue };
            return;
        }

        var visit = new Visit { Content = ContentOf(entered), EnteredAt = at, OverflowedFrom = _overflowed.GetValueOrDefault(entered.TicketId, "") };
        _overflowed.Remove(entered.TicketId);
        _all.Add(visit);
        _open[entered.TicketId] = visit;
        if (entered.Reason is Contract.EntryReason.Submitted or Contract.EntryReason.Scheduled or Contract.EntryReason.Overflowed)
        {
            _first.TryAdd(entered.TicketId, visit);
        }
    }

    private static TicketContent ContentOf(Contract.TicketEntered entered) => new()
    {
        Source = entered.Source,
        ExternalId = entered.TicketId,
        Channel = entered.Channel,
        Queue = entered.Queue,
        Priority = entered.Priority,
        Segment = entered.Segment,
        Languages = [.. entered.Languages.Select(l => new LanguageNeed(l.Language, Math.Max(1, l.MinLevel), Ms(l.After)))],
        Skills = [.. entered.Skills.Select(s => new SkillNeed(s.Skill, s.Level))],
    };

    private void Complete(Contract.TicketCompleted completed, Visit visit, long at)
    {
        Talk(visit, completed.Handling, completed.OnHold);
        visit.WrapUpMs += Ms(completed.WrapUp);
        visit.IsCompleted = true;
        End(completed.TicketId, visit, VisitEnd.Served, at);
    }

    private Visit? Of(string ticketId) => _open.GetValueOrDefault(ticketId);

    private void End(string ticketId, Visit visit, VisitEnd end, long at)
    {
        // A supervisor may complete what nobody ever had.
        visit.End = end == VisitEnd.Served && visit.AnsweredAt == 0 ? VisitEnd.Lost : end;
        visit.EndedAt = at;
        _open.Remove(ticketId);
    }

    private static void Talk(Visit visit, Duration handling, Duration onHold) => visit.TalkMs += Ms(handling) + Ms(onHold);

    private static long Ms(Duration? length) => length is null ? 0 : (long)length.ToTimeSpan().TotalMilliseconds;
}
