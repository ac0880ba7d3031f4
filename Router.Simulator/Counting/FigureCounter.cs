using Router.Engine.Agents;
using Router.Engine.Events;
using Router.Engine.Hours;
using Router.Engine.Policies;
using Router.Engine.Tickets;

namespace Router.Simulator.Counting;

/// <summary>Counts facts, as they come out of a simulation or were recorded, by queue and interval. Each counts where its ticket entered the queue.</summary>
public sealed class FigureCounter
{
    private readonly ServiceRules _rules;
    private readonly Spans _spans;
    private readonly StaffBook _staff;

    /// <summary>Counts from one time to another.</summary>
    /// <param name="policy">The policy in force, which says what is in time.</param>
    /// <param name="from">The beginning of the first interval, ms since 1970.</param>
    /// <param name="until">The end, ms since 1970; the last interval may be a part.</param>
    public FigureCounter(WorkspacePolicy policy, long from, long until)
        : this(policy, from, (int)Math.Max(1, (until - from + RunFigures.IntervalMs - 1) / RunFigures.IntervalMs), days: null)
    {
    }

    private FigureCounter(WorkspacePolicy policy, long from, int intervals, int? days)
    {
        _rules = new ServiceRules(policy);
        _spans = new Spans(from, intervals, days is not null);
        Figures = new RunFigures(from, intervals, days ?? 1, days is not null);
        _staff = new StaffBook(Staff);
        foreach (var queue in policy.Queues)
        {
            Figures.Queue(queue.Name);
        }
    }

    /// <summary>What was counted so far.</summary>
    public RunFigures Figures { get; }

    /// <summary>Adds days up, by the time of the day in UTC.</summary>
    /// <param name="policy">The policy in force.</param>
    /// <param name="days">How many days.</param>
    internal static FigureCounter OfDays(WorkspacePolicy policy, int days) => new(policy, 0, Spans.OfADay, days);

    /// <summary>Counts a fact. Facts come in the order in which they became true.</summary>
    /// <param name="fact">The fact.</param>
    public void Hear(Fact fact)
    {
        HearOfStaff(fact);
        switch (fact)
        {
            case TicketEntered entered:
                Enter(entered.Content.Queue, entered.At);
                break;
            case TicketAssigned { IsFirst: true } assigned:
                Answer(assigned.Content.Queue, assigned.Content.Channel, assigned.EnteredAt, assigned.At);
                break;
            case TicketLeft left when left.EnteredAt > 0:
                Leave(left.Content.Queue, left.EnteredAt, left.State == TicketState.Abandoned, left.IsShort);
                break;
            case TicketCompleted completed:
                Complete(completed.Content.Queue, completed.EnteredAt, completed.At, AssignmentEnd.HandledMs(completed)!.Value);
                break;
            case TicketOverflowed overflowed:
                Overflow(overflowed.From, overflowed.At);
                break;
            case OfferEnded { End: OfferEnd.Declined or OfferEnd.Missed } ended:
                Refuse(ended.Content.Queue, ended.EnteredAt, ended.End == OfferEnd.Declined ? 1 : 0, ended.End == OfferEnd.Missed ? 1 : 0);
                break;
            case PromiseJudged judged:
                Judge(judged.Content.Queue, judged.EnteredAt > 0 ? judged.EnteredAt : judged.At, judged.Kept);
                break;
        }
    }

    /// <summary>A customer was turned away by a queue that was closed or full.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="at">When, ms since 1970.</param>
    public void TurnAway(string queue, long at) => Count(queue, at, i => i.Refused++);

    /// <summary>Counts the time of agents up to the end. To be called once, when no more facts come.</summary>
    /// <param name="at">The end, ms since 1970.</param>
    /// <param name="unfinished">Tickets that are still open.</param>
    public void Close(long at, int unfinished = 0)
    {
        _staff.Close(at);
        Figures.Unfinished = unfinished;
    }

    /// <summary>A ticket entered a queue.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="at">When, ms since 1970.</param>
    internal void Enter(string queue, long at) => Count(queue, at, i => i.Entered++);

    /// <summary>A queue that was closed or full sent a ticket on to another one.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="at">When, ms since 1970.</param>
    internal void Overflow(string queue, long at) => Count(queue, at, i => i.Overflowed++);

    /// <summary>An agent has a ticket, the first one since it entered.</summary>
    /// <param name="queue">The ticket's queue.</param>
    /// <param name="channel">The ticket's channel.</param>
    /// <param name="enteredAt">When it entered, ms since 1970.</param>
    /// <param name="at">When he has it, ms since 1970.</param>
    internal void Answer(string queue, string channel, long enteredAt, long at)
    {
        var waited = _rules.WaitMs(queue, channel, enteredAt, at);
        Count(queue, enteredAt, i =>
        {
            i.Answered++;
            i.InTime += waited <= _rules.ThresholdMs(queue, channel) ? 1 : 0;
            i.WaitMs += waited;
            i.LongestWaitMs = Math.Max(i.LongestWaitMs, waited);
            Figures.Queue(queue).Waited(waited);
        });
    }

    /// <summary>A ticket left unserved.</summary>
    /// <param name="queue">The ticket's queue.</param>
    /// <param name="enteredAt">When it entered, ms since 1970.</param>
    /// <param name="isAbandoned">The customer gave it up; else it was cancelled, or its time to live was over.</param>
    /// <param name="isShort">So soon that it counts as short.</param>
    internal void Leave(string queue, long enteredAt, bool isAbandoned, bool isShort) => Count(queue, enteredAt, i =>
    {
        i.Abandoned += isAbandoned && !isShort ? 1 : 0;
        i.AbandonedShort += isAbandoned && isShort ? 1 : 0;
        i.Lost += isAbandoned ? 0 : 1;
    });

    /// <summary>Agents declined offers of a ticket, or let them pass.</summary>
    /// <param name="queue">The ticket's queue.</param>
    /// <param name="enteredAt">When it entered, ms since 1970.</param>
    /// <param name="declined">How many they declined.</param>
    /// <param name="missed">How many they let pass.</param>
    internal void Refuse(string queue, long enteredAt, int declined, int missed) => Count(queue, enteredAt, i =>
    {
        i.Declined += declined;
        i.Missed += missed;
    });

    /// <summary>A ticket is done.</summary>
    /// <param name="queue">The ticket's queue.</param>
    /// <param name="enteredAt">When it entered, ms since 1970.</param>
    /// <param name="at">When it is done, ms since 1970.</param>
    /// <param name="handledMs">Its talk, hold and wrap-up together, ms.</param>
    internal void Complete(string queue, long enteredAt, long at, long handledMs)
    {
        Count(queue, enteredAt, i =>
        {
            i.Completed++;
            i.HandleMs += handledMs;
        });
        _spans.Spread(at - handledMs, at, (interval, ms) => Figures.Queue(queue).Intervals[interval].BusyMs += ms);
    }

    /// <summary>It is known whether a promise was kept.</summary>
    /// <param name="queue">The ticket's queue.</param>
    /// <param name="enteredAt">When it entered, ms since 1970.</param>
    /// <param name="kept">Whether it was.</param>
    internal void Judge(string queue, long enteredAt, bool kept) => Count(queue, enteredAt, i =>
    {
        i.Promised++;
        i.Kept += kept ? 1 : 0;
    });

    /// <summary>An agent was there, or had work in hand.</summary>
    /// <param name="time">When.</param>
    internal void Staff(StaffTime time) => _spans.Spread(time.Begin, time.End, (interval, ms) => Figures.Staff(interval, ms, time.IsBusy));

    private void HearOfStaff(Fact fact)
    {
        switch (fact)
        {
            case PresenceChanged { Pending: false, Channel: "" } changed:
                _staff.Be(changed.AgentId, changed.At, changed.Presence is Presence.Available or Presence.OnDemand);
                break;
            case SessionEnded ended:
                _staff.Be(ended.AgentId, ended.At, isThere: false);
                break;
            case TicketAssigned assigned:
                _staff.Own(assigned.TicketId, assigned.AgentId, assigned.At);
                break;
            case TicketFact over when AssignmentEnd.HandledMs(over) is not null:
                _staff.Release(over.TicketId, over.At);
                break;
        }
    }

    private void Count(string queue, long at, Action<IntervalFigures> count)
    {
        if (_spans.Of(at) is >= 0 and var interval)
        {
            count(Figures.Queue(queue).Intervals[interval]);
        }
    }
}
