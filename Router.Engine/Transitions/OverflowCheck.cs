using Router.Engine.Policies;

namespace Router.Engine.Transitions;

/// <summary>Whether overflow leads somewhere: to queues that there are, that take the channel, and never round in a circle.</summary>
internal static class OverflowCheck
{
    private const string Limits = "channels";
    private const string Hours = "hours";

    public static IEnumerable<PolicyMistake> Mistakes(WorkspacePolicy next)
    {
        var ways = Ways(next);
        return Ends(next, ways).Concat(Circles(ways));
    }

    /// <summary>Each way that tickets of a channel may take from a queue to another; what is in no queue's list of channels takes none.</summary>
    private static List<Way> Ways(WorkspacePolicy next)
    {
        var deferred = next.Channels.Where(c => c.Deferred).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var ways = new List<Way>();
        foreach (var (i, queue) in next.Queues.Index())
        {
            foreach (var (j, channel) in queue.Channels.Index())
            {
                if (channel.Limits?.Overflow is { Kind: OverflowKind.Queue } full)
                {
                    ways.Add(new(channel.Channel, queue.Name, full.Queue, $"queues[{i}].channels[{j}].limits.overflow.queue", Limits));
                }

                if (queue.Hours?.WhenClosed is { Kind: OverflowKind.Queue } closed && !deferred.Contains(channel.Channel))
                {
                    ways.Add(new(channel.Channel, queue.Name, closed.Queue, $"queues[{i}].hours.when_closed.queue", Hours));
                }
            }
        }

        return ways;
    }

    private static IEnumerable<PolicyMistake> Ends(WorkspacePolicy next, List<Way> ways)
    {
        var queues = next.Queues.ToLookup(q => q.Name, StringComparer.Ordinal);
        foreach (var way in ways.DistinctBy(w => w.Path))
        {
            if (!queues.Contains(way.To))
            {
                yield return new(Reason.UnknownQueue, way.Path, $"Queue '{way.From}' overflows to '{way.To}': take a queue of the policy.", way.Field);
            }
        }

        foreach (var way in ways)
        {
            if (queues[way.To].FirstOrDefault() is { } queue && queue.Channel(way.Channel) is null)
            {
                yield return new(
                    Reason.ChannelNotTaken,
                    way.Path,
                    $"Queue '{way.From}' overflows to '{way.To}', which does not take '{way.Channel}': take a queue that does.",
                    way.Field);
            }
        }
    }

    /// <summary>A way that closes a circle, for each circle of a channel that is found from the first queue on.</summary>
    private static IEnumerable<PolicyMistake> Circles(List<Way> ways)
    {
        foreach (var channel in ways.GroupBy(w => w.Channel))
        {
            var from = channel.ToLookup(w => w.From);
            var isDone = new Dictionary<string, bool>(StringComparer.Ordinal);
            foreach (var start in from.Select(w => w.Key))
            {
                foreach (var closing in Closing(from, start, isDone))
                {
                    yield return new(
                        Reason.InvalidRequest,
                        closing.Path,
                        $"Tickets of '{channel.Key}' that queue '{closing.From}' sends on to '{closing.To}' come back to '{closing.From}': overflow may not go in a circle.",
                        closing.Field);
                }
            }
        }
    }

    /// <summary>Depth first with a list of its own, as policies are allowed a thousand queues in a row.</summary>
    private static IEnumerable<Way> Closing(ILookup<string, Way> from, string start, Dictionary<string, bool> isDone)
    {
        if (!isDone.TryAdd(start, false))
        {
            yield break;
        }

        var path = new Stack<(string Queue, Queue<Way> Left)>();
        path.Push((start, new(from[start])));
        while (path.TryPeek(out var at))
        {
            if (!at.Left.TryDequeue(out var way))
            {
                isDone[path.Pop().Queue] = true;
            }
            else if (isDone.TryAdd(way.To, false))
            {
                path.Push((way.To, new(from[way.To])));
            }
            else if (!isDone[way.To])
            {
                yield return way;
            }
        }
    }

    private sealed record Way(string Channel, string From, string To, string Path, string Field);
}
