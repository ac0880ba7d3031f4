using Router.Engine;
using Router.Policies.Shape;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;
using Router.Server.Store;
using Router.Server.Store.Envelopes;
using Router.Server.Workspaces;

namespace Router.Server.Edge.Supervision;

/// <summary>Creates and lists workspaces.</summary>
/// <param name="registry">The workspaces of this server.</param>
/// <param name="store">Knows which workspaces there are.</param>
internal sealed class WorkspaceCalls(WorkspaceRegistry registry, RouterStore store)
{
    /// <summary>Creates a workspace.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public async Task<V1.Workspace> CreateAsync(Call call, V1.CreateWorkspaceRequest request)
    {
        var check = default(ShapeCheck);
        check.OptionalId(request.RequestId, "request_id", FieldLimits.RequestId);
        if (!WorkspaceId.IsValid(request.Workspace))
        {
            check.Fail(Reason.InvalidRequest, "workspace", $"is {Shown.Text(request.Workspace)}", WorkspaceId.Expected);
        }

        check.Line(request.DisplayName, "display_name", FieldLimits.LabelBytes);
        check.Require();
        if (!await registry.CreateAsync(request.Workspace, request.DisplayName, call.Gone))
        {
            throw Refused.For(
                Reason.WorkspaceExists, $"There is a workspace {Shown.Text(request.Workspace)} already: take another id.", ("field", "workspace")).ToException();
        }

        var all = await store.Workspaces.ListAsync(call.Gone);
        return Of(all.First(w => w.Id == request.Workspace));
    }

    /// <summary>All workspaces, by id.</summary>
    /// <param name="call">The call.</param>
    public async Task<V1.ListWorkspacesResponse> ListAsync(Call call) =>
        new() { Workspaces = { (await store.Workspaces.ListAsync(call.Gone)).Select(Of) } };

    private static V1.Workspace Of(WorkspaceEntry entry) =>
        new() { Workspace_ = entry.Id, DisplayName = entry.DisplayName, CreatedAt = ProtoTime.Time(entry.CreatedAt) };
}
