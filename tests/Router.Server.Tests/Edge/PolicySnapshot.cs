namespace Router.Server.Tests.Edge;

/// <summary>All that supervision can change of a workspace, to see that nothing was.</summary>
/// <param name="Version">The policy's version.</param>
/// <param name="Workspace">What holds for all queues.</param>
/// <param name="Queues">The queues.</param>
/// <param name="Agents">The profiles.</param>
/// <param name="Workspaces">The workspaces.</param>
/// <param name="NewestEvent">The newest event's number.</param>
internal sealed record PolicySnapshot(long Version, string Workspace, string Queues, string Agents, string Workspaces, long NewestEvent)
{
    /// <summary>Reads it back from the server.</summary>
    /// <param name="admin">Who may read all.</param>
    public static async Task<PolicySnapshot> ReadAsync(TestCaller admin)
    {
        var workspace = await admin.Supervisors.GetWorkspacePolicyAsync(new());
        return new PolicySnapshot(
            workspace.Version,
            workspace.Workspace.ToString(),
            (await admin.Supervisors.ListQueuesAsync(new())).ToString(),
            (await admin.Supervisors.ListAgentsAsync(new())).ToString(),
            (await admin.Supervisors.ListWorkspacesAsync(new())).ToString(),
            (await admin.Supervisors.GetLiveAsync(new() { WithoutAgents = true })).Version);
    }
}
