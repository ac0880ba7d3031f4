using Router.Engine.Policies;
using Router.Engine.Tickets;
using Router.Simulator.Chance;
using Router.Simulator.Play;

namespace Router.Simulator.Recorded;

/// <summary>
/// The customers of recorded traffic, to be played again under other rules. What is not known of one is drawn from what is known of others: how long
/// those would have waited who were served, and how long those would have taken who were not.
/// </summary>
/// <param name="traffic">What was recorded.</param>
/// <param name="then">The policy under which they came, by which some were classified.</param>
/// <param name="policy">The policy under which they come now, which says what may be asked for.</param>
/// <param name="seed">The chance of the draws. The same one gives the same customers, whatever the policy.</param>
public sealed class Customers(RecordedTraffic traffic, WorkspacePolicy then, WorkspacePolicy policy, ulong seed)
{
    /// <summary>A queue needs so many who gave up for a patience of its own; else that of its channel holds.</summary>
    public const int FewestForAQueue = 10;

    private readonly Dictionary<(string Channel, string Queue), double?> _patience = [];
    private readonly Dictionary<(string Channel, string Queue), List<Visit>> _served = [];

    // In their order, on which draws depend: by channel and queue, and by channel alone, where the queue is empty.
    private readonly ILookup<(string Channel, string Queue), Visit> _alike = traffic.Visits
        .SelectMany(visit => KindsOf(visit.Content).Select(kind => (kind, visit)))
        .ToLookup(one => one.kind, one => one.visit);
    private readonly HashSet<string> _queues = [.. policy.Queues.Select(q => q.Name)];
    private readonly HashSet<string> _skills = [.. policy.Skills.Select(s => s.Code)];

    /// <summary>They, as they came.</summary>
    public IEnumerable<Call> All()
    {
        var waiting = new RandomStream(seed, "patience");
        var working = new RandomStream(seed, "handling");
        foreach (var visit in traffic.Visits)
        {
            // Drawn for all, so that one customer's draws do not hang on what is known of another.
            var (patience, work) = (waiting.NextUniform(), working.NextUniform());
            var like = visit.End == VisitEnd.Served ? visit : ServedLike(visit, work);
            yield return new Call
            {
                At = visit.EnteredAt,
                Content = Asked(visit),
                PatienceMs = PatienceOf(visit, patience),
                HandleMs = like?.TalkMs ?? visit.TalkMs,
                WrapUpMs = like?.WrapUpMs is > 0 and var wrapUp ? wrapUp : null,
            };
        }
    }

    // Those who were served would have waited on: as long as patience is on average, which a wait does not wear out.
    private long PatienceOf(Visit visit, double chance)
    {
        if (visit.End is VisitEnd.Abandoned or VisitEnd.Lost)
        {
            return Math.Max(1, visit.EndedAt - visit.EnteredAt);
        }

        var (queue, channel) = (visit.Content.Queue, visit.Content.Channel);
        return (MeanPatienceMs(queue, channel) ?? MeanPatienceMs("", channel)) is { } mean
            ? WaitedMs(visit) + 1 + (long)(-mean * Math.Log(chance))
            : Call.Endless;
    }

    // All time waited by the number of those who gave up: the estimate for exponential patience of which the ends of most are not seen.
    private double? MeanPatienceMs(string queue, string channel)
    {
        if (!_patience.TryGetValue((channel, queue), out var mean))
        {
            var waited = _alike[(channel, queue)];
            var gaveUp = waited.Count(v => v.End == VisitEnd.Abandoned);
            mean = gaveUp >= (queue.Length == 0 ? 1 : FewestForAQueue) ? (double)waited.Sum(WaitedMs) / gaveUp : null;
            _patience.Add((channel, queue), mean);
        }

        return mean;
    }

    private long WaitedMs(Visit visit) =>
        Math.Max(0, (visit.AnsweredAt > 0 ? visit.AnsweredAt : visit.EndedAt > 0 ? visit.EndedAt : traffic.End) - visit.EnteredAt);

    private Visit? ServedLike(Visit visit, double chance)
    {
        var served = ServedIn(visit.Content.Queue, visit.Content.Channel) is { Count: > 0 } own ? own : ServedIn("", visit.Content.Channel);
        return served.Count > 0 ? served[(int)(chance * served.Count)] : null;
    }

    private List<Visit> ServedIn(string queue, string channel)
    {
        if (!_served.TryGetValue((channel, queue), out var served))
        {
            served = [.. _alike[(channel, queue)].Where(v => v.End == VisitEnd.Served)];
            _served.Add((channel, queue), served);
        }

        return served;
    }

    private static IEnumerable<(string Channel, string Queue)> KindsOf(TicketContent content) =>
        content.Queue.Length == 0 ? [(content.Channel, "")] : [(content.Channel, content.Queue), (content.Channel, "")];

    // A queue that is no more leaves it to the rules; a skill that is no more is not asked for.
    private TicketContent Asked(Visit visit)
    {
        var content = visit.Content.Classified is { } classified
            ? Unclassified(visit.Content, classified)
            : visit.Content with { Queue = visit.OverflowedFrom.Length > 0 ? visit.OverflowedFrom : visit.Content.Queue };
        return content with
        {
            Queue = _queues.Contains(content.Queue) ? content.Queue : "",
            Skills = content.Skills.All(s => _skills.Contains(s.Name)) ? content.Skills : [.. content.Skills.Where(s => _skills.Contains(s.Name))],
        };
    }

    // As it was before the rules said where it goes: what it asks for just as its rule says was asked for by the rule.
    private TicketContent Unclassified(TicketContent content, Classified classified)
    {
        var target = then.Rules.FirstOrDefault(r => r.Name == classified.Rule)?.Targets.ElementAtOrDefault(classified.Target);
        return content with
        {
            Queue = "",
            Classified = null,
            Skills = target is not null && content.Skills.SequenceEqual(target.Skills) ? [] : content.Skills,
            Languages = target is not null && content.Languages.SequenceEqual(target.Languages) ? [] : content.Languages,
            Priority = content.Priority == target?.Priority ? 0 : content.Priority,
            Segment = content.Segment == target?.Segment ? "" : content.Segment,
        };
    }
}
