using Router.Engine.Events;
using Contract = Router.V1;

namespace Router.Server.Store.Envelopes;

/// <summary>Facts about offers and assignments as events.</summary>
internal static class OfferEvents
{
    /// <exception cref="ArgumentOutOfRangeException">A fact of another kind.</exception>
    public static void Fill(Contract.Event envelope, TicketFact about)
    {
        switch (about)
        {
            case PeerOffered fact:
                envelope.OfferMade = new()
                {
                    TicketId = fact.TicketId,
                    OfferNo = fact.OfferNo,
                    AgentId = fact.ToAgentId,
                    Kind = KindOf(fact.IsConsult),
                    FromAgentId = fact.AgentId,
                    OfQueue = fact.OfQueue,
                    Queue = fact.Content.Queue,
                    Channel = fact.Content.Channel,
                    ExpiresAt = ProtoTime.Time(fact.ExpiresAt),
                    Waited = ProtoTime.Length(fact.WaitMs),
                };
                break;
            case OfferEnded fact:
                envelope.OfferEnded = Ended(fact, fact.OfferNo, fact.AgentId, fact.End, fact.Cause, fact.OpenMs);
                break;
            case PeerOfferEnded fact:
                envelope.OfferEnded = Ended(fact, fact.OfferNo, fact.ToAgentId, fact.End, fact.Cause, fact.OpenMs);
                (envelope.OfferEnded.Kind, envelope.OfferEnded.FromAgentId) = (KindOf(fact.IsConsult), fact.AgentId);
                break;
            case TicketRequeued fact:
                envelope.TicketRequeued = new()
                {
                    TicketId = fact.TicketId,
                    AssignmentNo = fact.AssignmentNo,
                    AgentId = fact.AgentId,
                    Queue = fact.Content.Queue,
                    Reason = fact.Cause switch
                    {
                        RequeueCause.SessionLost => Contract.RequeueReason.SessionLost,
                        RequeueCause.HandedBack => Contract.RequeueReason.HandedBack,
                        _ => Contract.RequeueReason.Unspecified,
                    },
                    DueAt = ProtoTime.Time(fact.DueAt),
                    Handling = ProtoTime.Length(fact.HandlingMs),
                    OnHold = ProtoTime.Length(fact.OnHoldMs),
                };
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(about), about.Kind, "No event says this.");
        }
    }

    private static Contract.OfferKind KindOf(bool isConsult) => isConsult ? Contract.OfferKind.Consult : Contract.OfferKind.Handover;

    private static Contract.OfferEnded Ended(TicketFact fact, int offerNo, string agentId, OfferEnd end, string cause, long openMs)
    {
        var (outcome, withdrawal) = end switch
        {
            OfferEnd.Declined => (Contract.OfferOutcome.Declined, Contract.OfferWithdrawal.Unspecified),
            OfferEnd.Missed => (Contract.OfferOutcome.Expired, Contract.OfferWithdrawal.Expired),
            OfferEnd.Abandoned => (Contract.OfferOutcome.Withdrawn, Contract.OfferWithdrawal.Abandoned),
            OfferEnd.Cancelled => (Contract.OfferOutcome.Withdrawn, Contract.OfferWithdrawal.Cancelled),
            OfferEnd.SessionLost => (Contract.OfferOutcome.Withdrawn, Contract.OfferWithdrawal.SessionLost),
            OfferEnd.SignedOut => (Contract.OfferOutcome.Withdrawn, Contract.OfferWithdrawal.SignedOut),
            OfferEnd.PresenceChanged => (Contract.OfferOutcome.Withdrawn, Contract.OfferWithdrawal.Presence),
            OfferEnd.ProfileChanged => (Contract.OfferOutcome.Withdrawn, Contract.OfferWithdrawal.Profile),
            OfferEnd.Supervisor => (Contract.OfferOutcome.Withdrawn, Contract.OfferWithdrawal.Supervisor),
            OfferEnd.CalledOff => (Contract.OfferOutcome.Withdrawn, Contract.OfferWithdrawal.CalledOff),
            OfferEnd.Outage => (Contract.OfferOutcome.Withdrawn, Contract.OfferWithdrawal.Outage),
            OfferEnd.Taken => (Contract.OfferOutcome.Withdrawn, Contract.OfferWithdrawal.Taken),
            OfferEnd.Unanswered => (Contract.OfferOutcome.Expired, Contract.OfferWithdrawal.Expired),
            OfferEnd.Capacity => (Contract.OfferOutcome.Withdrawn, Contract.OfferWithdrawal.Capacity),
            OfferEnd.Escalated => (Contract.OfferOutcome.Withdrawn, Contract.OfferWithdrawal.Escalated),
            _ => throw new ArgumentOutOfRangeException(nameof(end), end, "No event says this."),
        };
        return new()
        {
            TicketId = fact.TicketId,
            OfferNo = offerNo,
            AgentId = agentId,
            Queue = fact.Content.Queue,
            Channel = fact.Content.Channel,
            Outcome = outcome,
            DeclineReason = cause,
            Missed = end == OfferEnd.Missed,
            Withdrawal = withdrawal,
            OpenFor = ProtoTime.Length(openMs),
            Kind = Contract.OfferKind.Assignment,
        };
    }
}
