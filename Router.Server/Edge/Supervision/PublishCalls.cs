using Google.Protobuf;
using Router.Engine;
using Router.Engine.Advice;
using Router.Engine.Commands;
using Router.Engine.Policies;
using Router.Policies;
using Router.Policies.Shape;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;

namespace Router.Server.Edge.Supervision;

/// <summary>Publishes, checks and takes back whole policy documents.</summary>
internal static class PublishCalls
{
    /// <summary>A document becomes the next version, or all that is wrong with it is told.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static async Task<V1.PublishResponse> PublishAsync(Call call, V1.PublishRequest request)
    {
        CheckRequest(request.RequestId, request.ExpectedVersion, request.Note);
        var found = new ShapeMistakes();
        var policy = PolicyShape.Read(request.Policy, found);
        if (found.All.Count > 0)
        {
            return new V1.PublishResponse { Problems = { await MistakesAsync(call, policy, found) } };
        }

        var outcome = await ChangeAsync(call, request, request.RequestId, policy, request.ExpectedVersion, "publish", request.Note, request.Reprice);
        if (!outcome.IsRefused)
        {
            return new V1.PublishResponse { Version = (long)outcome.Value!, Problems = { await WarningsAsync(call, policy) } };
        }

        if (outcome.Reason is Reason.VersionConflict or Reason.RequestIdReused)
        {
            throw Refused.From(outcome).At(outcome.Reason == Reason.VersionConflict ? "expected_version" : "request_id").ToException();
        }

        var problems = await MistakesAsync(call, policy, found);
        return problems.Count > 0
            ? new V1.PublishResponse { Problems = { problems } }
            : throw Refused.From(outcome).Within("policy").ToException();
    }

    /// <summary>All that is wrong with a document, or foolish in one without mistakes.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static async Task<V1.ValidateResponse> ValidateAsync(Call call, V1.ValidateRequest request)
    {
        var found = new ShapeMistakes();
        var policy = PolicyShape.Read(request.Policy, found);
        var problems = await MistakesAsync(call, policy, found);
        return new V1.ValidateResponse { Problems = { problems.Count > 0 ? problems : await WarningsAsync(call, policy) } };
    }

    /// <summary>The content of an earlier version becomes the next one.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static async Task<V1.PolicyChangedResponse> RollbackAsync(Call call, V1.RollbackRequest request)
    {
        CheckRequest(request.RequestId, request.ExpectedVersion, request.Note);
        var earlier = await VersionCalls.FindAsync(call, request.Version, "version");
        var outcome = await ChangeAsync(
            call, request, request.RequestId, earlier.Policy, request.ExpectedVersion, $"rollback:{earlier.Policy.Version}", request.Note, request.Reprice);
        if (!outcome.IsRefused)
        {
            return new V1.PolicyChangedResponse { Version = (long)outcome.Value! };
        }

        var refused = Refused.From(outcome);
        throw (outcome.Reason switch
        {
            Reason.VersionConflict => refused.At("expected_version"),
            Reason.RequestIdReused => refused,
            _ => refused.At("version"),
        }).ToException();
    }

    private static void CheckRequest(string requestId, long expectedVersion, string note)
    {
        var check = default(ShapeCheck);
        check.OptionalId(requestId, "request_id", FieldLimits.RequestId);
        check.Range(expectedVersion, "expected_version", 0, long.MaxValue);
        check.Bytes(note, "note", FieldLimits.SubjectBytes);
        check.Require();
    }

    private static ValueTask<Outcome> ChangeAsync(
        Call call, IMessage request, string requestId, WorkspacePolicy policy, long expectedVersion, string what, string note, bool reprice) =>
        call.ExecuteAsync(new ChangePolicy(_ => policy, expectedVersion, call.Caller.Actor, what, note, reprice), call.KeyOf(requestId, request));

    /// <summary>What is wrong with the document's shape, and whatever else does not hang together.</summary>
    /// <param name="call">The call.</param>
    /// <param name="policy">The document.</param>
    /// <param name="found">What is wrong with its shape.</param>
    public static async Task<List<V1.PolicyProblem>> MistakesAsync(Call call, WorkspacePolicy policy, ShapeMistakes found)
    {
        var mistakes = await call.QueryAsync(engine => engine.Mistakes(policy));
        return
        [
            .. found.All.Select(m => Problem(V1.ProblemSeverity.Error, m.Path, m.Message, m.Reason)),
            .. mistakes.Where(m => found.All.All(f => f.Path != m.Path)).Take(ShapeMistakes.Most - Math.Min(ShapeMistakes.Most, found.All.Count))
                .Select(m => Problem(V1.ProblemSeverity.Error, m.Path, m.Message, m.Reason)),
        ];
    }

    private static async Task<List<V1.PolicyProblem>> WarningsAsync(Call call, WorkspacePolicy policy)
    {
        var profiles = await call.QueryAsync(engine => engine.Profiles());
        return
        [
            .. PolicyAdvice.Of(policy, profiles).Take(ShapeMistakes.Most)
                .Select(w => Problem(V1.ProblemSeverity.Warning, w.Path, w.Message, Reason.Unspecified)),
        ];
    }

    private static V1.PolicyProblem Problem(V1.ProblemSeverity severity, string path, string message, Reason reason) =>
        new() { Severity = severity, Path = Shown.Line(path), Message = Shown.Line(message), Reason = (V1.Reason)reason };
}
