using Google.Protobuf.WellKnownTypes;
using Router.V1;

namespace Router.Clients.Tests.AgentClient;

/// <summary>What a server tells, with as much in it as the tests need.</summary>
internal static class Told
{
    public static readonly DateTimeOffset Noon = new(1999, 8, 2, 12, 0, 0, TimeSpan.Zero);

    public static SignedIn SignedIn(SignIn signIn, DateTimeOffset now) => new()
    {
        Workspace = "default",
        AgentId = signIn.AgentId,
        SessionId = signIn.SessionId.Length > 0 ? signIn.SessionId : "s-1",
        Resumed = signIn.SessionId.Length > 0,
        Presence = new AgentPresence { Presence = signIn.Presence, AwayReason = signIn.AwayReason, Since = Timestamp.FromDateTimeOffset(now) },
        Activity = AgentActivity.Idle,
        Rules = Rules(),
        ServerTime = Timestamp.FromDateTimeOffset(now),
        ClockSpeed = 1,
        HeartbeatInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(5)),
    };

    public static WorkRules Rules() => new()
    {
        Profile = new AgentProfile { AgentId = "dana", Name = "Dana Levi" },
        AwayReasons =
        {
            new AwayReason { Code = "break", Label = "Break" },
            new AwayReason { Code = "meal", Label = "Meal" },
            new AwayReason { Code = "training" },
        },
        Queues =
        {
            new WorkQueue
            {
                Name = "support",
                Label = "Support",
                Dispositions = { new Disposition { Code = "solved", Label = "Solved" }, new Disposition { Code = "call_back", Label = "Call back" } },
            },
        },
    };

    public static Ticket Ticket(string id, string channel = "chat", string customer = "Rūta", DateTimeOffset? arrived = null) => new()
    {
        Id = id,
        State = TicketState.Assigned,
        Channel = channel,
        Queue = "support",
        Customer = new Customer { Name = customer },
        Subject = $"About {id}",
        ArrivedAt = Timestamp.FromDateTimeOffset(arrived ?? Noon),
    };

    public static Offer Offer(string id, DateTimeOffset expires, TimeSpan? timeToLive = null, string channel = "chat") => new()
    {
        Ticket = Ticket(id, channel),
        OfferNo = 1,
        Kind = OfferKind.Assignment,
        ExpiresAt = Timestamp.FromDateTimeOffset(expires),
        TimeToLive = Duration.FromTimeSpan(timeToLive ?? TimeSpan.FromSeconds(30)),
    };

    public static Assignment Assignment(string id, DateTimeOffset at, string channel = "chat", params Message[] conversation) => new()
    {
        Ticket = Ticket(id, channel),
        AssignmentNo = 1,
        AssignedAt = Timestamp.FromDateTimeOffset(at),
        Conversation = { conversation },
    };

    public static Message Message(string ticketId, long number, string text, MessageSender sender = MessageSender.Customer, DateTimeOffset? time = null) => new()
    {
        TicketId = ticketId,
        Number = number,
        Sender = sender,
        Text = text,
        Time = Timestamp.FromDateTimeOffset(time ?? Noon),
    };
}
