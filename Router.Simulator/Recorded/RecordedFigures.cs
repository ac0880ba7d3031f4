using Router.Engine.Policies;
using Router.Simulator.Counting;

namespace Router.Simulator.Recorded;

/// <summary>Counts recorded traffic as a simulation is counted.</summary>
public static class RecordedFigures
{
    /// <summary>Counts it.</summary>
    /// <param name="traffic">What was recorded.</param>
    /// <param name="policy">The policy, which says what is in time.</param>
    /// <param name="from">The beginning of the first interval, ms since 1970.</param>
    /// <param name="until">The end, ms since 1970.</param>
    public static RunFigures Of(RecordedTraffic traffic, WorkspacePolicy policy, long from, long until)
    {
        var counter = new FigureCounter(policy, from, until);
        foreach (var visit in traffic.Visits)
        {
            Count(counter, visit);
        }

        foreach (var time in traffic.Agents.SelectMany(agent => agent.Times))
        {
            counter.Staff(time);
        }

        counter.Figures.Unfinished = traffic.Visits.Count(visit => visit.End == VisitEnd.Open && visit.EnteredAt >= from && visit.EnteredAt < until);
        return counter.Figures;
    }

    private static void Count(FigureCounter counter, Visit visit)
    {
        var (queue, at) = (visit.Content.Queue, visit.EnteredAt);
        if (visit.OverflowedFrom.Length > 0)
        {
            counter.Overflow(visit.OverflowedFrom, at);
        }

        counter.Enter(queue, at);
        counter.Refuse(queue, at, visit.Declined, visit.Missed);
        if (visit.AnsweredAt > 0)
        {
            counter.Answer(queue, visit.Content.Channel, at, visit.AnsweredAt);
        }

        if (visit.IsCompleted)
        {
            counter.Complete(queue, at, visit.EndedAt, visit.TalkMs + visit.WrapUpMs);
        }

        if (visit.End is VisitEnd.Abandoned or VisitEnd.Lost)
        {
            counter.Leave(queue, at, visit.End == VisitEnd.Abandoned, visit.IsShort);
        }

        if (visit.PromiseKept is { } kept)
        {
            counter.Judge(queue, at, kept);
        }
    }
}
