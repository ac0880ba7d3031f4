using Router.Engine.Policies;

namespace Router.Simulator.Play;

/// <summary>How tickets of a queue are completed.</summary>
internal sealed class Completion
{
    private readonly HashSet<string> _untilDone;

    /// <summary>Makes it.</summary>
    /// <param name="policy">The rules.</param>
    /// <param name="queue">The queue.</param>
    public Completion(WorkspacePolicy policy, QueuePolicy queue)
    {
        _untilDone =
        [
            .. policy.Channels
                .Where(channel => (queue.Channel(channel.Name)?.WrapUp ?? channel.WrapUp).Kind == WrapUpKind.UntilDone)
                .Select(channel => channel.Name),
        ];
        var codes = queue.Dispositions.Select(disposition => disposition.Code).ToList();
        Disposition = codes.Find(code => queue.FollowUp?.Dispositions.Contains(code) != true) ?? (codes.Count > 0 ? codes[0] : "");
    }

    /// <summary>What is given where the queue asks for it: one that no other ticket follows, where there is one. Empty where nothing is asked for.</summary>
    public string Disposition { get; }

    /// <summary>Whether wrap-up on a channel lasts until the agent is done.</summary>
    /// <param name="channel">The channel.</param>
    public bool IsUntilDone(string channel) => _untilDone.Contains(channel);
}
