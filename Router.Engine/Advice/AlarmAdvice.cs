using Router.Engine.Agents;
using Router.Engine.Lanes;
using Router.Engine.Policies;

namespace Router.Engine.Advice;

/// <summary>Alarms that could never rise, or never fall.</summary>
internal static class AlarmAdvice
{
    /// <summary>Those of a queue.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="profiles">The registered agents.</param>
    /// <param name="path">Where the queue is.</param>
    public static IEnumerable<PolicyWarning> Of(QueuePolicy queue, IReadOnlyCollection<AgentProfile> profiles, string path)
    {
        if (queue.Alarms is { } alarms)
        {
            var limits = queue.Channels.All(c => c.Limits is { Waiting: > 0 }) ? queue.Channels.Sum(c => c.Limits!.Waiting) : 0;
            foreach (var warning in Of(queue, alarms, limits, queue.TimeToLiveSeconds, profiles, $"{path}.alarms"))
            {
                yield return warning;
            }
        }

        foreach (var (i, channel) in queue.Channels.Index().Where(c => c.Item.Alarms is not null))
        {
            foreach (var warning in Of(queue, channel.Alarms!, channel.Limits?.Waiting ?? 0, queue.TimeToLiveSeconds, profiles, $"{path}.channels[{i}].alarms"))
            {
                yield return warning;
            }
        }
    }

    private static IEnumerable<PolicyWarning> Of(
        QueuePolicy queue, QueueAlarms alarms, int mostWaiting, int timeToLive, IReadOnlyCollection<AgentProfile> profiles, string path)
    {
        if (mostWaiting > 0 && alarms.Waiting > mostWaiting)
        {
            yield return new(
                $"{path}.waiting", $"No more than {mostWaiting} wait in queue '{queue.Name}', whose limits let no more in: an alarm at {alarms.Waiting} hardly ever rises.");
        }

        if (timeToLive > 0 && alarms.OldestSeconds > timeToLive)
        {
            yield return new(
                $"{path}.oldest_wait", $"Tickets of queue '{queue.Name}' expire after {timeToLive} s: an alarm at {alarms.OldestSeconds} s can hardly ever rise.");
        }

        var serving = profiles.Count(p => Eligibility.ServesQueue(p, queue.Name));
        if (alarms.FreeAgents > serving)
        {
            yield return new(
                $"{path}.free_agents", $"{serving} registered agents serve queue '{queue.Name}': fewer than {alarms.FreeAgents} are always free, and the alarm never falls.");
        }
    }
}
