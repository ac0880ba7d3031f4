using Router.Engine;
using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Policies;
using Router.Policies.Shape;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;
using Router.Server.Edge.Wire;

namespace Router.Server.Edge.Supervision;

/// <summary>Reads versions of the policy and compares them.</summary>
internal static class VersionCalls
{
    private const int MostVersions = 100;

    /// <summary>One version.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static async Task<V1.Policy> GetAsync(Call call, V1.GetPolicyRequest request) =>
        PolicyWire.Of(await FindOrPresentAsync(call, request.Version, "version"));

    /// <summary>The versions, the newest first.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static async Task<V1.ListVersionsResponse> ListAsync(Call call, V1.ListVersionsRequest request)
    {
        var check = default(ShapeCheck);
        check.Range(request.Before, "before", 0, long.MaxValue);
        check.Range(request.Limit, "limit", 0, MostVersions);
        check.Require();
        var present = await PresentAsync(call);
        var newest = request.Before == 0 ? present : Math.Min(present, request.Before - 1);
        var limit = request.Limit == 0 ? MostVersions : request.Limit;
        var versions = await call.Workspace.Store.Policies.ReadAsync(newest, limit, call.Gone);
        return new V1.ListVersionsResponse
        {
            Versions = { versions.Select(PolicyWire.VersionOf) },
            More = newest - limit >= WorkspacePolicy.Initial.Version,
        };
    }

    /// <summary>Where two versions differ, or a version and a document.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static async Task<V1.DiffResponse> DiffAsync(Call call, V1.DiffRequest request)
    {
        if (request.Policy is not null && request.To != 0)
        {
            throw Refused.For(
                Reason.InvalidRequest, "'to' is set together with 'policy'; right would be one of the two.", ("field", "to"), ("expected", "one of the two")).ToException();
        }

        var from = PolicyWire.Of((await FindOrPresentAsync(call, request.From, "from")).Policy);
        var to = request.Policy is null
            ? PolicyWire.Of((await FindOrPresentAsync(call, request.To, "to")).Policy)
            : Read(request.Policy);
        return new V1.DiffResponse { Differences = { PolicyDiff.Between(from, to) } };
    }

    /// <summary>One version that was published.</summary>
    /// <param name="call">The call.</param>
    /// <param name="version">Its number.</param>
    /// <param name="field">Where the request names it.</param>
    /// <exception cref="Grpc.Core.RpcException">It never was.</exception>
    public static async Task<PublishedPolicy> FindAsync(Call call, long version, string field)
    {
        var present = await PresentAsync(call);
        var found = version >= 1 && version <= present ? await call.Workspace.Store.Policies.FindAsync(version, call.Gone) : null;
        return found ?? throw Refused.For(
            Reason.UnknownVersion, $"There is no version {version} of the policy: they go from 1 to {present}.", ("field", field)).ToException();
    }

    private static async Task<PublishedPolicy> FindOrPresentAsync(Call call, long version, string field) =>
        await FindAsync(call, version == 0 ? await PresentAsync(call) : version, field);

    private static ValueTask<long> PresentAsync(Call call) => call.QueryAsync(engine => engine.Policy.Version);

    private static V1.Policy Read(V1.Policy policy)
    {
        var found = new ShapeMistakes();
        var read = PolicyShape.Read(policy, found);
        return found.All.Count == 0
            ? PolicyWire.Of(read with { Queues = [.. read.Queues.OrderBy(q => q.Name, StringComparer.Ordinal)] })
            : throw Refused.For(
                found.All[0].Reason,
                Shown.Line($"'policy.{found.All[0].Path}' {found.All[0].Message}"),
                ("field", Shown.Line($"policy.{found.All[0].Path}"))).ToException();
    }
}
