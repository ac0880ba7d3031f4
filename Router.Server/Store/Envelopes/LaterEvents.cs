using Router.Engine.Events;
using Contract = Router.V1;

namespace Router.Server.Store.Envelopes;

/// <summary>Facts about work at a later time as events.</summary>
internal static class LaterEvents
{
    /// <exception cref="ArgumentOutOfRangeException">A fact of another kind.</exception>
    public static void Fill(Contract.Event envelope, TicketFact about)
    {
        switch (about)
        {
            case CallBackRequested fact:
                envelope.CallBackRequested = new()
                {
                    TicketId = fact.TicketId,
                    Queue = about.Content.Queue,
                    From = ProtoTime.TimeOrNone(fact.From),
                    Until = ProtoTime.TimeOrNone(fact.Until),
                    KeepPlace = fact.From == 0,
                };
                break;
            case CallBackAttempted fact:
                envelope.CallBackAttempted = new()
                {
                    TicketId = fact.TicketId,
                    AgentId = fact.AgentId,
                    Attempt = fact.Attempt,
                    Outcome = fact.Result,
                    AssignmentNo = fact.AssignmentNo,
                    NextAt = ProtoTime.TimeOrNone(fact.NextAt),
                    Handling = fact.NextAt > 0 ? ProtoTime.Length(fact.HandlingMs) : null,
                    OnHold = fact.NextAt > 0 ? ProtoTime.Length(fact.OnHoldMs) : null,
                };
                break;
            case FollowUpPlanned fact:
                envelope.FollowUpPlanned = new()
                {
                    TicketId = fact.TicketId,
                    FollowUpId = fact.FollowUpId,
                    ScheduledAt = ProtoTime.Time(fact.StartsAt),
                    AgentId = fact.AgentId,
                };
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(about), about.Kind, "No event says this.");
        }
    }
}
