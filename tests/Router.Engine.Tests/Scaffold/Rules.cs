using Router.Engine.Policies;

namespace Router.Engine.Tests.Scaffold;

/// <summary>Policies for tests: the channels of a new workspace, a few skills, and queue <c>service</c> that takes all channels.</summary>
internal static class Rules
{
    public const string Service = "service";

    public static readonly WorkspacePolicy Standard = WorkspacePolicy.Initial with
    {
        Skills = [new("billing"), new("cards"), new("loans")],
        Segments = ["gold"],
        Queues = [Queue(Service)],
    };

    /// <summary>A queue that takes calls, chats and emails with the channels' defaults.</summary>
    public static QueuePolicy Queue(string name) =>
        new() { Name = name, Channels = [new("call"), new("chat"), new("email")] };

    /// <summary>The standard policy with the queue <c>service</c> changed.</summary>
    public static WorkspacePolicy WithService(Func<QueuePolicy, QueuePolicy> change) =>
        Standard with { Queues = [change(Queue(Service))] };

    /// <summary>The standard policy with one channel changed.</summary>
    public static WorkspacePolicy WithChannel(string name, Func<ChannelPolicy, ChannelPolicy> change) =>
        Standard.WithChannel(name, change);

    public static WorkspacePolicy WithChannel(this WorkspacePolicy policy, string name, Func<ChannelPolicy, ChannelPolicy> change) =>
        policy with { Channels = [.. policy.Channels.Select(c => c.Name == name ? change(c) : c)] };

    /// <summary>The standard policy in which no channel has wrap-up.</summary>
    public static WorkspacePolicy WithoutWrapUp { get; } =
        Standard with { Channels = [.. Standard.Channels.Select(c => c with { WrapUp = WrapUpRule.None })] };
}
