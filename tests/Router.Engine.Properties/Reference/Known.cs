using Router.Engine.Commands;
using Router.Engine.Policies;

namespace Router.Engine.Properties.Reference;

/// <summary>What the model leaves out: it is not played against it, and the other properties play it.</summary>
internal static class Known
{
    /// <summary>The command without what the model does not know, or null when it knows nothing of it.</summary>
    public static Command? Of(Command command) => command switch
    {
        ChangePolicy change => new ChangePolicy(p => Of(change.Change(p)), Reprice: change.Reprice),
        ReportServiceLevel or AcknowledgeAlarm => null,
        _ => command,
    };

    /// <summary>No alarms, and no limits by estimates: the model does not tell waits.</summary>
    private static WorkspacePolicy Of(WorkspacePolicy policy) => policy with
    {
        Queues = [.. policy.Queues.Select(q => q with
        {
            Alarms = null,
            Channels = [.. q.Channels.Select(c => c with { Alarms = null, Limits = Of(c.Limits) })],
        })],
    };

    private static QueueLimits? Of(QueueLimits? limits) =>
        limits is null or { Waiting: 0, OldestSeconds: 0 } ? null : limits with { EstimatedSeconds = 0 };
}
