using Google.Protobuf;
using Router.Engine;
using Router.Engine.Commands;
using Router.Engine.Policies;
using Router.Policies;
using Router.Policies.Shape;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;
using Router.Server.Edge.Wire;

namespace Router.Server.Edge.Supervision;

/// <summary>Puts, reads and deletes queues and what holds for all of them. Each change is the next version of the policy.</summary>
internal static class PolicyCalls
{
    /// <summary>Creates or replaces a queue.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static Task<V1.PolicyChangedResponse> PutQueueAsync(Call call, V1.PutQueueRequest request)
    {
        var check = default(ShapeCheck);
        check.OptionalId(request.RequestId, "request_id", FieldLimits.RequestId);
        var queue = QueueShape.Read(ref check, request.Queue);
        check.Require();
        return ChangeAsync(
            call,
            request,
            request.RequestId,
            request.ExpectedVersion,
            $"queue:{queue.Name}",
            policy => policy with { Queues = [.. Others(policy, queue.Name), queue] },
            refused => refused.Within("queue"));
    }

    /// <summary>Deletes a queue.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static async Task<V1.PolicyChangedResponse> DeleteQueueAsync(Call call, V1.DeleteQueueRequest request)
    {
        var check = default(ShapeCheck);
        check.OptionalId(request.RequestId, "request_id", FieldLimits.RequestId);
        check.Id(request.Name, "name", FieldLimits.Name);
        check.Require();
        var policy = await call.QueryAsync(engine => engine.Policy);
        var isThere = policy.Queues.Any(q => q.Name == request.Name);

        // When it is not, this very request may have deleted it before: asked for again, it is answered as the first time, and otherwise
        // refused by a version that never comes.
        return await ChangeAsync(
            call,
            request,
            request.RequestId,
            isThere ? request.ExpectedVersion : long.MaxValue,
            $"queue:{request.Name}",
            policy => policy with { Queues = [.. Others(policy, request.Name)] },
            refused => refused.Reason switch
            {
                Reason.VersionConflict when !isThere => UnknownQueue(request.Name),
                Reason.UnknownQueue => refused with { Reason = Reason.InUse },
                _ => refused,
            });
    }

    /// <summary>One queue.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static async Task<V1.QueuePolicy> GetQueueAsync(Call call, V1.GetQueueRequest request)
    {
        var check = default(ShapeCheck);
        check.Id(request.Name, "name", FieldLimits.Name);
        check.Require();
        return QueueWire.Of(await FindQueueAsync(call, request.Name));
    }

    /// <summary>All queues.</summary>
    /// <param name="call">The call.</param>
    public static async Task<V1.ListQueuesResponse> ListQueuesAsync(Call call)
    {
        var policy = await call.QueryAsync(engine => engine.Policy);
        return new V1.ListQueuesResponse { Queues = { policy.Queues.Select(QueueWire.Of) }, Version = policy.Version };
    }

    /// <summary>Replaces what holds for all queues.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static Task<V1.PolicyChangedResponse> PutWorkspaceAsync(Call call, V1.PutWorkspacePolicyRequest request)
    {
        var check = default(ShapeCheck);
        check.OptionalId(request.RequestId, "request_id", FieldLimits.RequestId);
        var workspace = WorkspaceShape.Read(ref check, request.Workspace);
        check.Require();
        return ChangeAsync(
            call,
            request,
            request.RequestId,
            request.ExpectedVersion,
            "workspace",
            policy => workspace with { Queues = policy.Queues, Rules = policy.Rules, DefaultQueue = policy.DefaultQueue },
            refused => (refused.Reason switch
            {
                Reason.UnknownSkill or Reason.UnknownChannel => refused with { Reason = Reason.InUse },
                Reason.UnknownSegment => refused.At("segments") with { Reason = Reason.InUse },
                _ => refused,
            }).Within("workspace"));
    }

    /// <summary>What holds for all queues.</summary>
    /// <param name="call">The call.</param>
    public static async Task<V1.GetWorkspacePolicyResponse> GetWorkspaceAsync(Call call)
    {
        var policy = await call.QueryAsync(engine => engine.Policy);
        return new V1.GetWorkspacePolicyResponse { Workspace = WorkspaceWire.Of(policy), Version = policy.Version };
    }

    private static IEnumerable<QueuePolicy> Others(WorkspacePolicy policy, string name) => policy.Queues.Where(q => q.Name != name);

    private static async Task<QueuePolicy> FindQueueAsync(Call call, string name)
    {
        var policy = await call.QueryAsync(engine => engine.Policy);
        return policy.Queues.FirstOrDefault(q => q.Name == name)
            ?? throw UnknownQueue(name).ToException();
    }

    /// <summary>Changes the policy.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">The whole request.</param>
    /// <param name="requestId">Its id, or empty.</param>
    /// <param name="expectedVersion">The version that the caller knows, or 0.</param>
    /// <param name="what">What it is about, as the event tells it.</param>
    /// <param name="change">The change.</param>
    /// <param name="told">How a refusal of the engine is told.</param>
    private static async Task<V1.PolicyChangedResponse> ChangeAsync(
        Call call,
        IMessage request,
        string requestId,
        long expectedVersion,
        string what,
        Func<WorkspacePolicy, WorkspacePolicy> change,
        Func<Refused, Refused> told)
    {
        var check = default(ShapeCheck);
        check.Range(expectedVersion, "expected_version", 0, long.MaxValue);
        check.Require();
        var outcome = await call.ExecuteAsync(
            new ChangePolicy(change, expectedVersion, call.Caller.Actor, what), call.KeyOf(requestId, request));
        if (!outcome.IsRefused)
        {
            return new V1.PolicyChangedResponse { Version = (long)outcome.Value! };
        }

        var refused = told(Refused.From(outcome));
        throw (refused.Reason == Reason.VersionConflict ? refused.At("expected_version") : refused).ToException();
    }

    private static Refused UnknownQueue(string name) =>
        Refused.For(Reason.UnknownQueue, $"There is no queue {Shown.Text(name)}: take a queue of the policy.", ("field", "name"));
}
