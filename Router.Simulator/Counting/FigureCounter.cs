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
    private readonly StaffClock _staff;

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
        _staff = new StaffClock(Figures, _spans);
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
        _staff.Hear(fact);
        switch (fact)
        {
            case TicketEntered entered:
                Count(entered.Content.Queue, entered.At, i => i.Entered++);
                break;
            case TicketAssigned { IsFirst: true } assigned:
                Answer(assigned);
                break;
            case TicketLeft left when left.EnteredAt > 0:
                Count(left.Content.Queue, left.EnteredAt, i => Leave(i, left));
                break;
            case TicketCompleted completed:
                Complete(completed);
                break;
            case TicketOverflowed overflowed:
                Count(overflowed.From, overflowed.At, i => i.Overflowed++);
                break;
            case PromiseJudged judged:
                Count(judged.Content.Queue, judged.EnteredAt > 0 ? judged.EnteredAt : judged.At, i =>
                {
                    i.Promised++;
                    i.Kept += judged.Kept ? 1 : 0;
                });
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

    private static void Leave(IntervalFigures interval, TicketLeft left)
    {
        interval.Abandoned += left is { State: TicketState.Abandoned, IsShort: false } ? 1 : 0;
        interval.AbandonedShort += left is { State: TicketState.Abandoned, IsShort: true } ? 1 : 0;
        interval.Lost += left.State == TicketState.Abandoned ? 0 : 1;
    }

    private void Answer(TicketAssigned assigned)
    {
        var (queue, channel) = (assigned.Content.Queue, assigned.Content.Channel);
        var waited = _rules.WaitMs(queue, channel, assigned.EnteredAt, assigned.At);
        Count(queue, assigned.EnteredAt, i =>
        {
            i.Answered++;
            i.InTime += waited <= _rules.ThresholdMs(queue, channel) ? 1 : 0;
            i.WaitMs += waited;
            i.LongestWaitMs = Math.Max(i.LongestWaitMs, waited);
            Figures.Queue(queue).Waited(waited);
        });
    }

    private void Complete(TicketCompleted completed)
    {
        var (queue, handled) = (completed.Content.Queue, completed.HandlingMs + completed.OnHoldMs + completed.WrapUpMs);
        Count(queue, completed.EnteredAt, i =>
        {
            i.Completed++;
            i.HandleMs += handled;
        });
        _spans.Spread(completed.At - handled, completed.At, (interval, ms) => Figures.Queue(queue).Intervals[interval].BusyMs += ms);
    }

    private void Count(string queue, long at, Action<IntervalFigures> count)
    {
        if (_spans.Of(at) is >= 0 and var interval)
        {
            count(Figures.Queue(queue).Intervals[interval]);
        }
    }
}
