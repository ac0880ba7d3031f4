using Router.Engine;
using Router.Engine.Policies;
using Router.Policies.Shape;

namespace Router.Policies;

/// <summary>Reads a whole policy document and finds all that is wrong with its shape.</summary>
public static class PolicyShape
{
    /// <summary>Most queues of a policy.</summary>
    public const int MostQueues = 5_000;

    /// <summary>Reads it; only to be used where nothing was found.</summary>
    /// <param name="policy">What came in, or null.</param>
    /// <param name="found">Takes the mistakes.</param>
    public static WorkspacePolicy Read(V1.Policy? policy, ShapeMistakes found)
    {
        var check = ShapeCheck.ForAll(found);
        if (policy?.Workspace is null)
        {
            check.Fail(Reason.InvalidRequest, "workspace", "is missing", "what holds for all queues, at least its channels");
        }

        policy ??= new V1.Policy();
        check.OptionalId(policy.DefaultQueue, "default_queue", FieldLimits.Name);
        var read = WorkspaceShape.Read(ref check, policy.Workspace ?? new V1.WorkspacePolicy());
        return read with
        {
            Queues = ReadQueues(ref check, found, policy),
            Rules = RuleShape.Read(ref check, policy.Rules),
            DefaultQueue = policy.DefaultQueue,
        };
    }

    private static List<QueuePolicy> ReadQueues(ref ShapeCheck check, ShapeMistakes found, V1.Policy policy)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var read = new List<QueuePolicy>();
        check.Count(policy.Queues.Count, "queues", MostQueues);
        for (var i = 0; i < policy.Queues.Count && check.IsGood; i++)
        {
            var first = found.All.Count;
            var queue = QueueShape.Read(ref check, policy.Queues[i]);
            check.Once(names.Add(queue.Name), "queue.name", queue.Name);
            found.Rename(first, "queue", $"queues[{i}]");
            read.Add(queue);
        }

        return read;
    }
}
