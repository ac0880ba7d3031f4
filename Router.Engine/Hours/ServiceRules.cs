using Router.Engine.Policies;

namespace Router.Engine.Hours;

/// <summary>What the policy says of a ticket's wait: within which time it should be answered, and which hours count.</summary>
public sealed class ServiceRules
{
    private static readonly Rule None = new(0, null);

    private readonly Dictionary<(string Queue, string Channel), Rule> _rules = [];

    /// <summary>Reads them.</summary>
    /// <param name="policy">The policy.</param>
    public ServiceRules(WorkspacePolicy policy)
    {
        var channels = policy.Channels.ToDictionary(c => c.Name, StringComparer.Ordinal);
        foreach (var queue in policy.Queues)
        {
            var calendar = queue.Hours is { } hours ? new OpeningCalendar(hours) : null;
            foreach (var channel in queue.Channels)
            {
                if (channels.TryGetValue(channel.Channel, out var general))
                {
                    var seconds = channel.ServiceLevelSeconds ?? channel.TargetSeconds ?? general.TargetSeconds;
                    _rules.Add((queue.Name, channel.Channel), new(seconds * 1_000L, general.Deferred ? calendar : null));
                }
            }
        }
    }

    /// <summary>Answered within this time a ticket is within service level, ms; 0 for a queue that does not take the channel any more.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="channel">The channel.</param>
    public long ThresholdMs(string queue, string channel) => RuleOf(queue, channel).ThresholdMs;

    /// <summary>How much of a wait counts, ms: for deferred channels the open hours alone.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="from">When it began, engine time in ms.</param>
    /// <param name="until">When it ended.</param>
    public long WaitMs(string queue, string channel, long from, long until) =>
        RuleOf(queue, channel).Calendar is { } calendar ? calendar.OpenBetween(from, until) : until - from;

    private Rule RuleOf(string queue, string channel) => _rules.GetValueOrDefault((queue, channel), None);

    private sealed record Rule(long ThresholdMs, OpeningCalendar? Calendar);
}
