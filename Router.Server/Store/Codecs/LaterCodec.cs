using Router.Engine.Tickets;
using Router.Server.Store.Commits;
using Router.Server.Store.V1;

namespace Router.Server.Store.Codecs;

/// <summary>What few tickets have to and from its saved form.</summary>
internal static class LaterCodec
{
    public static void Write(FieldWriter fields, TicketLater later)
    {
        fields.Text(StoredLater.FollowUpOfFieldNumber, later.FollowUpOf);
        fields.Text(StoredLater.FollowUpIdFieldNumber, later.FollowUpId);
        if (later.CallBack is { } callBack)
        {
            fields.Message(StoredLater.CallBackFieldNumber, callBack, Write);
        }
    }

    private static void Write(FieldWriter fields, CallBack callBack)
    {
        fields.Text(StoredCallBack.NumberFieldNumber, callBack.Number);
        fields.Number(StoredCallBack.FromFieldNumber, callBack.From);
        fields.Number(StoredCallBack.UntilFieldNumber, callBack.Until);
        fields.Text(StoredCallBack.TimeZoneFieldNumber, callBack.TimeZone);
        fields.Messages(StoredCallBack.AttemptsFieldNumber, callBack.Attempts, Write);
    }

    private static void Write(FieldWriter fields, CallBackAttempt attempt)
    {
        fields.Number(StoredCallBackAttempt.AtFieldNumber, attempt.At);
        fields.Text(StoredCallBackAttempt.AgentIdFieldNumber, attempt.AgentId);
        fields.Number(StoredCallBackAttempt.AssignmentNoFieldNumber, attempt.AssignmentNo);
        fields.Text(StoredCallBackAttempt.ResultFieldNumber, attempt.Result);
    }

    public static TicketLater? FromStored(StoredLater? stored) => stored is null ? null : new TicketLater
    {
        FollowUpOf = stored.FollowUpOf,
        FollowUpId = stored.FollowUpId,
        CallBack = FromStored(stored.CallBack),
    };

    private static CallBack? FromStored(StoredCallBack? stored) => stored is null
        ? null
        : new CallBack(stored.Number, stored.From, stored.Until, stored.TimeZone)
        {
            Attempts = [.. stored.Attempts.Select(a => new CallBackAttempt(a.At, a.AgentId, a.AssignmentNo, a.Result))],
        };
}
