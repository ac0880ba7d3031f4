using Router.Engine.Events;
using Contract = Router.V1;

namespace Router.Server.Store.Envelopes;

/// <summary>Facts about what an owner does with his ticket as events.</summary>
internal static class WorkEvents
{
    /// <exception cref="ArgumentOutOfRangeException">A fact of another kind.</exception>
    public static void Fill(Contract.Event envelope, TicketFact about)
    {
        switch (about)
        {
            case HoldStarted fact:
                envelope.HoldStarted = new() { TicketId = fact.TicketId, AssignmentNo = fact.AssignmentNo, AgentId = fact.AgentId };
                break;
            case HoldEnded fact:
                envelope.HoldEnded = new()
                {
                    TicketId = fact.TicketId,
                    AssignmentNo = fact.AssignmentNo,
                    AgentId = fact.AgentId,
                    OnHold = ProtoTime.Length(fact.OnHoldMs),
                };
                break;
            case TicketParked fact:
                envelope.TicketParked = new()
                {
                    TicketId = fact.TicketId,
                    AssignmentNo = fact.AssignmentNo,
                    AgentId = fact.AgentId,
                    Until = ProtoTime.Time(fact.Until),
                    Handling = ProtoTime.Length(fact.HandlingMs),
                    OnHold = ProtoTime.Length(fact.OnHoldMs),
                };
                break;
            case TicketTransferred fact:
                envelope.TicketTransferred = new()
                {
                    TicketId = fact.TicketId,
                    AssignmentNo = fact.AssignmentNo,
                    FromAgentId = fact.AgentId,
                    FromQueue = fact.Content.Queue,
                    ToQueue = fact.ToQueue,
                    ToAgentId = fact.ToAgentId,
                    Warm = fact.IsWarm,
                    Handling = ProtoTime.Length(fact.HandlingMs),
                    OnHold = ProtoTime.Length(fact.OnHoldMs),
                    Transfers = fact.Transfers,
                };
                break;
            case TicketReopened fact:
                envelope.TicketReopened = new() { TicketId = fact.TicketId, By = ActorWire.Of(fact.By) };
                break;
            case TicketMarkedHard fact:
                envelope.TicketMarkedHard = new() { TicketId = fact.TicketId, AgentId = fact.AgentId, ByLength = fact.ByLength };
                break;
            case WrapUpExtended fact:
                envelope.WrapUpExtended = new()
                {
                    TicketId = fact.TicketId,
                    AssignmentNo = fact.AssignmentNo,
                    AgentId = fact.AgentId,
                    WrapUpUntil = ProtoTime.Time(fact.WrapUpEndsAt),
                };
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(about), about.Kind, "No event says this.");
        }
    }
}
