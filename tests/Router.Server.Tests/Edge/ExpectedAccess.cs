namespace Router.Server.Tests.Edge;

/// <summary>
/// Who may call what, written down a second time and by hand: what the server lets in is compared with this, never with its own table.
/// </summary>
internal static class ExpectedAccess
{
    /// <summary>Let in without a token, and with a bad one.</summary>
    public const string Everybody = "everybody";

    private const string Staff = "supervisor admin";
    private const string Adapters = "adapter admin";
    private const string Readers = "adapter agent supervisor admin";
    private const string AllRoles = "adapter agent supervisor integration admin";

    /// <summary>gRPC methods. A ticket's capability token, which opens some of them to customers, is not among what is tried here.</summary>
    public static readonly IReadOnlyDictionary<string, string> Methods = new Dictionary<string, string>
    {
        ["/router.v1.TicketService/Submit"] = Adapters,
        ["/router.v1.TicketService/SubmitStream"] = Adapters,
        ["/router.v1.TicketService/Get"] = Readers,
        ["/router.v1.TicketService/End"] = Adapters,
        ["/router.v1.TicketService/Cancel"] = Adapters,
        ["/router.v1.TicketService/Append"] = Adapters,
        ["/router.v1.TicketService/Watch"] = Adapters,
        ["/router.v1.TicketService/Confirm"] = Adapters,
        ["/router.v1.TicketService/GetConversation"] = Readers,
        ["/router.v1.TicketService/Reopen"] = Adapters,
        ["/router.v1.TicketService/Reschedule"] = Adapters,
        ["/router.v1.TicketService/RequestCallBack"] = Adapters,

        ["/router.v1.AgentService/Work"] = "agent admin",

        ["/router.v1.SupervisorService/PutAgent"] = "admin",
        ["/router.v1.SupervisorService/GetAgent"] = Staff,
        ["/router.v1.SupervisorService/ListAgents"] = Staff,
        ["/router.v1.SupervisorService/DeleteAgent"] = "admin",
        ["/router.v1.SupervisorService/PutQueue"] = "admin",
        ["/router.v1.SupervisorService/GetQueue"] = Staff,
        ["/router.v1.SupervisorService/ListQueues"] = Staff,
        ["/router.v1.SupervisorService/DeleteQueue"] = "admin",
        ["/router.v1.SupervisorService/PutWorkspacePolicy"] = "admin",
        ["/router.v1.SupervisorService/GetWorkspacePolicy"] = Staff,
        ["/router.v1.SupervisorService/Publish"] = "admin",
        ["/router.v1.SupervisorService/Validate"] = "admin",
        ["/router.v1.SupervisorService/Rollback"] = "admin",
        ["/router.v1.SupervisorService/GetPolicy"] = Staff,
        ["/router.v1.SupervisorService/ListVersions"] = Staff,
        ["/router.v1.SupervisorService/Diff"] = Staff,
        ["/router.v1.SupervisorService/GetLive"] = Staff,
        ["/router.v1.SupervisorService/ListTickets"] = Staff,
        ["/router.v1.SupervisorService/Explain"] = Staff,
        ["/router.v1.SupervisorService/History"] = Staff,
        ["/router.v1.SupervisorService/GetStatistics"] = Staff,
        ["/router.v1.SupervisorService/GetAgentStatistics"] = "agent supervisor admin",
        ["/router.v1.SupervisorService/WhatIf"] = Staff,
        ["/router.v1.SupervisorService/Assign"] = Staff,
        ["/router.v1.SupervisorService/Move"] = Staff,
        ["/router.v1.SupervisorService/Reprioritise"] = Staff,
        ["/router.v1.SupervisorService/ChangeRequirement"] = Staff,
        ["/router.v1.SupervisorService/ForceComplete"] = Staff,
        ["/router.v1.SupervisorService/SetAgentPresence"] = Staff,
        ["/router.v1.SupervisorService/Drain"] = Staff,
        ["/router.v1.SupervisorService/AcknowledgeAlarm"] = Staff,
        ["/router.v1.SupervisorService/CreateWorkspace"] = "admin",
        ["/router.v1.SupervisorService/ListWorkspaces"] = "admin",

        ["/router.v1.EventService/Watch"] = "integration supervisor admin",

        ["/grpc.health.v1.Health/Check"] = Everybody,
        ["/grpc.health.v1.Health/List"] = Everybody,
        ["/grpc.health.v1.Health/Watch"] = Everybody,
        ["/grpc.reflection.v1.ServerReflection/ServerReflectionInfo"] = AllRoles,
        ["/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo"] = AllRoles,
    };

    /// <summary>Methods of hubs, and the hub's path to connect at.</summary>
    public static readonly IReadOnlyDictionary<string, string> HubMethods = new Dictionary<string, string>
    {
        ["/hubs/live Watch"] = Staff,
    };

    /// <summary>What browsers reach by JSON: all that supervisors ask and do, and what reads a ticket, for the same roles as over gRPC.</summary>
    private static IEnumerable<KeyValuePair<string, string>> OverJson =>
        from row in Methods
        let name = row.Key.Replace("/router.v1.", "", StringComparison.Ordinal)
        where row.Key.StartsWith("/router.v1.SupervisorService/", StringComparison.Ordinal) || name is "TicketService/Get" or "TicketService/GetConversation"
        select KeyValuePair.Create($"POST /api/{name}", row.Value);

    /// <summary>What else is mapped: verb and path; GET and POST where any verb is.</summary>
    public static readonly IReadOnlyDictionary<string, string> Paths = new Dictionary<string, string>(OverJson)
    {
        ["GET /healthz"] = Everybody,
        ["GET /metrics"] = "admin",
        ["GET /hubs/live"] = Staff,
        ["POST /hubs/live"] = Staff,
        ["GET /hubs/live/negotiate"] = Staff,
        ["POST /hubs/live/negotiate"] = Staff,
    };

    /// <summary>Whether a row lets a caller in.</summary>
    /// <param name="row">Roles, with blanks between.</param>
    /// <param name="role">The role of his good token; null when he has none.</param>
    public static bool LetsIn(string row, string? role) => row == Everybody || (role is not null && row.Split(' ').Contains(role));
}
