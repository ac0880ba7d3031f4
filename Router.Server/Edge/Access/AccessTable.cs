using System.Collections.Frozen;

namespace Router.Server.Edge.Access;

/// <summary>Who may call what: every method of every service stands here, and what does not is refused to all.</summary>
internal static class AccessTable
{
    private const Roles Adapter = Roles.Adapter | Roles.Admin;
    private const Roles TicketReader = Roles.Adapter | Roles.Agent | Roles.Supervisor | Roles.Admin;
    private const Roles Agent = Roles.Agent | Roles.Admin;
    private const Roles Supervisor = Roles.Supervisor | Roles.Admin;
    private const Roles Integration = Roles.Integration | Roles.Supervisor | Roles.Admin;
    private const Roles Anyone = Roles.Adapter | Roles.Agent | Roles.Supervisor | Roles.Integration | Roles.Admin;

    private static readonly FrozenDictionary<string, MethodAccess> Methods = new Dictionary<string, MethodAccess>
    {
        ["/router.v1.TicketService/Submit"] = new(Adapter),
        ["/router.v1.TicketService/SubmitStream"] = new(Adapter),
        ["/router.v1.TicketService/Get"] = new(TicketReader, OrCapability: true),
        ["/router.v1.TicketService/End"] = new(Adapter, OrCapability: true),
        ["/router.v1.TicketService/Cancel"] = new(Adapter),
        ["/router.v1.TicketService/Append"] = new(Adapter, OrCapability: true),
        ["/router.v1.TicketService/Watch"] = new(Adapter, OrCapability: true),
        ["/router.v1.TicketService/Confirm"] = new(Adapter, OrCapability: true),
        ["/router.v1.TicketService/GetConversation"] = new(TicketReader, OrCapability: true),
        ["/router.v1.TicketService/Reopen"] = new(Adapter),
        ["/router.v1.TicketService/Reschedule"] = new(Adapter),
        ["/router.v1.TicketService/RequestCallBack"] = new(Adapter, OrCapability: true),

        ["/router.v1.AgentService/Work"] = new(Agent),

        ["/router.v1.SupervisorService/PutAgent"] = new(Roles.Admin),
        ["/router.v1.SupervisorService/GetAgent"] = new(Supervisor),
        ["/router.v1.SupervisorService/ListAgents"] = new(Supervisor),
        ["/router.v1.SupervisorService/DeleteAgent"] = new(Roles.Admin),
        ["/router.v1.SupervisorService/PutQueue"] = new(Roles.Admin),
        ["/router.v1.SupervisorService/GetQueue"] = new(Supervisor),
        ["/router.v1.SupervisorService/ListQueues"] = new(Supervisor),
        ["/router.v1.SupervisorService/DeleteQueue"] = new(Roles.Admin),
        ["/router.v1.SupervisorService/PutWorkspacePolicy"] = new(Roles.Admin),
        ["/router.v1.SupervisorService/GetWorkspacePolicy"] = new(Supervisor),
        ["/router.v1.SupervisorService/Publish"] = new(Roles.Admin),
        ["/router.v1.SupervisorService/Validate"] = new(Roles.Admin),
        ["/router.v1.SupervisorService/Rollback"] = new(Roles.Admin),
        ["/router.v1.SupervisorService/GetPolicy"] = new(Supervisor),
        ["/router.v1.SupervisorService/ListVersions"] = new(Supervisor),
        ["/router.v1.SupervisorService/Diff"] = new(Supervisor),
        ["/router.v1.SupervisorService/GetLive"] = new(Supervisor),
        ["/router.v1.SupervisorService/ListTickets"] = new(Supervisor),
        ["/router.v1.SupervisorService/Explain"] = new(Supervisor),
        ["/router.v1.SupervisorService/History"] = new(Supervisor),
        ["/router.v1.SupervisorService/GetStatistics"] = new(Supervisor),
        ["/router.v1.SupervisorService/GetAgentStatistics"] = new(Supervisor | Roles.Agent),
        ["/router.v1.SupervisorService/WhatIf"] = new(Supervisor),
        ["/router.v1.SupervisorService/Assign"] = new(Supervisor),
        ["/router.v1.SupervisorService/Move"] = new(Supervisor),
        ["/router.v1.SupervisorService/Reprioritise"] = new(Supervisor),
        ["/router.v1.SupervisorService/ChangeRequirement"] = new(Supervisor),
        ["/router.v1.SupervisorService/ForceComplete"] = new(Supervisor),
        ["/router.v1.SupervisorService/SetAgentPresence"] = new(Supervisor),
        ["/router.v1.SupervisorService/Drain"] = new(Supervisor),
        ["/router.v1.SupervisorService/AcknowledgeAlarm"] = new(Supervisor),
        ["/router.v1.SupervisorService/CreateWorkspace"] = new(Roles.Admin),
        ["/router.v1.SupervisorService/ListWorkspaces"] = new(Roles.Admin),

        ["/router.v1.EventService/Watch"] = new(Integration),

        ["/grpc.health.v1.Health/Check"] = new(Anyone, OrAnybody: true),
        ["/grpc.health.v1.Health/List"] = new(Anyone, OrAnybody: true),
        ["/grpc.health.v1.Health/Watch"] = new(Anyone, OrAnybody: true),
        ["/grpc.reflection.v1.ServerReflection/ServerReflectionInfo"] = new(Anyone),
        ["/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo"] = new(Anyone),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Who may call a method, or null when the table does not have it.</summary>
    /// <param name="method">Its full name, as <c>/router.v1.TicketService/Submit</c>.</param>
    public static MethodAccess? Of(string method) => Methods.GetValueOrDefault(method);

    /// <summary>The methods in the table.</summary>
    public static IReadOnlyCollection<string> Names => Methods.Keys;
}
