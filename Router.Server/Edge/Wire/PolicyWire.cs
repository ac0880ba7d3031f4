using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Wire;

/// <summary>Whole policies and their versions on the wire, with all defaults filled in.</summary>
internal static class PolicyWire
{
    /// <summary>A version.</summary>
    /// <param name="published">The version; that with which a workspace begins was published by nobody.</param>
    public static V1.Policy Of(PublishedPolicy published)
    {
        var shown = Of(published.Policy);
        shown.PublishedAt = ProtoTime.TimeOrNone(published.At);
        shown.PublishedBy = ActorWire.Of(published.By);
        shown.Note = published.Note;
        return shown;
    }

    /// <summary>A version without its content.</summary>
    /// <param name="published">The version.</param>
    public static V1.PolicyVersion VersionOf(PublishedPolicy published) => new()
    {
        Version = published.Policy.Version,
        PublishedAt = ProtoTime.TimeOrNone(published.At),
        PublishedBy = ActorWire.Of(published.By),
        Note = published.Note,
    };

    /// <summary>The content of a policy.</summary>
    /// <param name="policy">The policy.</param>
    public static V1.Policy Of(WorkspacePolicy policy) => new()
    {
        Version = policy.Version,
        Workspace = WorkspaceWire.Of(policy),
        Queues = { policy.Queues.Select(QueueWire.Of) },
        Rules = { policy.Rules.Select(RuleWire.Of) },
        DefaultQueue = policy.DefaultQueue,
    };
}
