using Router.Engine.Events;
using Contract = Router.V1;

namespace Router.Server.Store.Envelopes;

/// <summary>Facts about participants as events.</summary>
internal static class ConsultEvents
{
    /// <exception cref="ArgumentOutOfRangeException">A fact of another kind.</exception>
    public static void Fill(Contract.Event envelope, TicketFact about)
    {
        switch (about)
        {
            case ConsultStarted fact:
                envelope.ConsultStarted = new()
                {
                    TicketId = fact.TicketId,
                    AssignmentNo = fact.AssignmentNo,
                    AgentId = fact.AgentId,
                    ParticipantId = fact.ParticipantId,
                    OfferNo = fact.OfferNo,
                };
                break;
            case ConsultEnded fact:
                envelope.ConsultEnded = new()
                {
                    TicketId = fact.TicketId,
                    AssignmentNo = fact.AssignmentNo,
                    AgentId = fact.AgentId,
                    ParticipantId = fact.ParticipantId,
                    Outcome = fact.End switch
                    {
                        ConsultEnd.TookOver or ConsultEnd.Inherited => Contract.ConsultOutcome.TakeOver,
                        ConsultEnd.Stays => Contract.ConsultOutcome.Stay,
                        _ => Contract.ConsultOutcome.Leave,
                    },
                    Lasted = ProtoTime.Length(fact.JoinedMs),
                };
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(about), about.Kind, "No event says this.");
        }
    }
}
