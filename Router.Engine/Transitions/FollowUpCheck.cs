using Router.Engine.Policies;

namespace Router.Engine.Transitions;

/// <summary>Whether what is to follow a queue's tickets by itself hangs together.</summary>
internal static class FollowUpCheck
{
    public static IEnumerable<PolicyMistake> Mistakes(WorkspacePolicy next, QueuePolicy queue, string path)
    {
        if (queue.FollowUp is not { } rule)
        {
            yield break;
        }

        foreach (var (i, code) in rule.Dispositions.Index().Where(d => queue.Dispositions.Count > 0 && queue.Dispositions.All(c => c.Code != d.Item)))
        {
            yield return new(
                Reason.UnknownDisposition,
                $"{path}.follow_up.dispositions[{i}]",
                $"Queue '{queue.Name}' has no disposition '{code}': take codes of its list.",
                "follow_up");
        }

        var target = rule.Queue.Length > 0 ? next.Queues.FirstOrDefault(q => q.Name == rule.Queue) : queue;
        if (target is null)
        {
            yield return new(
                Reason.UnknownQueue,
                $"{path}.follow_up.queue",
                $"The follow-up of queue '{queue.Name}' names queue '{rule.Queue}': take a queue of the policy.",
                "follow_up");
        }
        else if (queue.Channels.FirstOrDefault(c => target.Channel(c.Channel) is null) is { } untaken)
        {
            yield return new(
                Reason.ChannelNotTaken,
                $"{path}.follow_up.queue",
                $"The follow-up of queue '{queue.Name}' goes to '{target.Name}', which does not take '{untaken.Channel}'.",
                "follow_up");
        }
    }
}
