using Grpc.Core;
using Router.Server.Clock;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Explaining;
using Router.Server.Edge.Reports;

namespace Router.Server.Edge.Supervision;

/// <summary>For supervisors and administration: the contract is <c>supervisors.proto</c>.</summary>
/// <param name="origin">Whose call it is.</param>
/// <param name="live">The live view.</param>
/// <param name="statistics">Statistics of tickets.</param>
/// <param name="agentStatistics">Statistics of agents.</param>
/// <param name="whatIf">Recorded traffic played again.</param>
/// <param name="workspaces">Workspaces.</param>
/// <param name="clock">The server's time.</param>
internal sealed class SupervisorService(
    CallOrigin origin, LiveCall live, StatisticsCall statistics, AgentStatisticsCall agentStatistics, WhatIfCall whatIf, WorkspaceCalls workspaces, ServerClock clock)
    : V1.SupervisorService.SupervisorServiceBase
{
    /// <inheritdoc/>
    public override Task<V1.PutAgentResponse> PutAgent(V1.PutAgentRequest request, ServerCallContext context) =>
        ProfileCalls.PutAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.AgentProfile> GetAgent(V1.GetAgentRequest request, ServerCallContext context) =>
        ProfileCalls.GetAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.ListAgentsResponse> ListAgents(V1.ListAgentsRequest request, ServerCallContext context) =>
        ProfileCalls.ListAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.DeleteAgentResponse> DeleteAgent(V1.DeleteAgentRequest request, ServerCallContext context) =>
        ProfileCalls.DeleteAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.PolicyChangedResponse> PutQueue(V1.PutQueueRequest request, ServerCallContext context) =>
        PolicyCalls.PutQueueAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.QueuePolicy> GetQueue(V1.GetQueueRequest request, ServerCallContext context) =>
        PolicyCalls.GetQueueAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.ListQueuesResponse> ListQueues(V1.ListQueuesRequest request, ServerCallContext context) =>
        PolicyCalls.ListQueuesAsync(origin.Of(context));

    /// <inheritdoc/>
    public override Task<V1.PolicyChangedResponse> DeleteQueue(V1.DeleteQueueRequest request, ServerCallContext context) =>
        PolicyCalls.DeleteQueueAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.PolicyChangedResponse> PutWorkspacePolicy(V1.PutWorkspacePolicyRequest request, ServerCallContext context) =>
        PolicyCalls.PutWorkspaceAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.GetWorkspacePolicyResponse> GetWorkspacePolicy(V1.GetWorkspacePolicyRequest request, ServerCallContext context) =>
        PolicyCalls.GetWorkspaceAsync(origin.Of(context));

    /// <inheritdoc/>
    public override Task<V1.PublishResponse> Publish(V1.PublishRequest request, ServerCallContext context) =>
        PublishCalls.PublishAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.ValidateResponse> Validate(V1.ValidateRequest request, ServerCallContext context) =>
        PublishCalls.ValidateAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.PolicyChangedResponse> Rollback(V1.RollbackRequest request, ServerCallContext context) =>
        PublishCalls.RollbackAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.Policy> GetPolicy(V1.GetPolicyRequest request, ServerCallContext context) =>
        VersionCalls.GetAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.ListVersionsResponse> ListVersions(V1.ListVersionsRequest request, ServerCallContext context) =>
        VersionCalls.ListAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.DiffResponse> Diff(V1.DiffRequest request, ServerCallContext context) =>
        VersionCalls.DiffAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.GetLiveResponse> GetLive(V1.GetLiveRequest request, ServerCallContext context) =>
        live.GetAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.ListTicketsResponse> ListTickets(V1.ListTicketsRequest request, ServerCallContext context) =>
        TicketListCall.GetAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.ExplainResponse> Explain(V1.ExplainRequest request, ServerCallContext context) =>
        ExplainCall.GetAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.HistoryResponse> History(V1.HistoryRequest request, ServerCallContext context) =>
        HistoryCall.GetAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.GetStatisticsResponse> GetStatistics(V1.GetStatisticsRequest request, ServerCallContext context) =>
        statistics.GetAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.GetAgentStatisticsResponse> GetAgentStatistics(V1.GetAgentStatisticsRequest request, ServerCallContext context) =>
        agentStatistics.GetAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.WhatIfResponse> WhatIf(V1.WhatIfRequest request, ServerCallContext context) =>
        whatIf.AnswerAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.MoveResponse> Assign(V1.AssignRequest request, ServerCallContext context) =>
        MoveCalls.AssignAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.MoveResponse> Move(V1.MoveRequest request, ServerCallContext context) =>
        MoveCalls.MoveAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.MoveResponse> Reprioritise(V1.ReprioritiseRequest request, ServerCallContext context) =>
        MoveCalls.ReprioritiseAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.MoveResponse> ChangeRequirement(V1.ChangeRequirementRequest request, ServerCallContext context) =>
        MoveCalls.ChangeRequirementAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.MoveResponse> ForceComplete(V1.ForceCompleteRequest request, ServerCallContext context) =>
        MoveCalls.ForceCompleteAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.SetAgentPresenceResponse> SetAgentPresence(V1.SetAgentPresenceRequest request, ServerCallContext context) =>
        PresenceCalls.SetAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.DrainResponse> Drain(V1.DrainRequest request, ServerCallContext context) =>
        PresenceCalls.DrainAsync(origin.Of(context), request, clock.NowMs);

    /// <inheritdoc/>
    public override Task<V1.AcknowledgeAlarmResponse> AcknowledgeAlarm(V1.AcknowledgeAlarmRequest request, ServerCallContext context) =>
        AlarmCalls.AcknowledgeAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.Workspace> CreateWorkspace(V1.CreateWorkspaceRequest request, ServerCallContext context) =>
        workspaces.CreateAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.ListWorkspacesResponse> ListWorkspaces(V1.ListWorkspacesRequest request, ServerCallContext context) =>
        workspaces.ListAsync(origin.Of(context));
}
