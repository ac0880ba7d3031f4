using Router.Engine.Events;
using Router.Engine.Tickets;
using Contract = Router.V1;

namespace Router.Server.Store.Envelopes;

/// <summary>Facts about the end of interactions and tickets as events.</summary>
internal static class EndingEvents
{
    /// <exception cref="ArgumentOutOfRangeException">A fact of another kind.</exception>
    public static void Fill(Contract.Event envelope, TicketFact about)
    {
        var content = about.Content;
        switch (about)
        {
            case TicketLeft { State: TicketState.Abandoned } fact:
                envelope.TicketAbandoned = new()
                {
                    TicketId = fact.TicketId,
                    Queue = content.Queue,
                    Channel = content.Channel,
                    Waited = ProtoTime.Length(fact.WaitMs),
                    Short = fact.IsShort,
                    EndedBy = fact.ByChannel ? Contract.EndedBy.Channel : Contract.EndedBy.Customer,
                };
                break;
            case TicketLeft { State: TicketState.Cancelled } fact:
                envelope.TicketCancelled = new()
                {
                    TicketId = fact.TicketId,
                    Queue = content.Queue,
                    Channel = content.Channel,
                    Reason = Enum.TryParse<Contract.CancelReason>(fact.Cause, ignoreCase: true, out var reason)
                        ? reason
                        : Contract.CancelReason.Unspecified,
                    Waited = ProtoTime.Length(fact.WaitMs),
                    By = ActorWire.Of(fact.By),
                };
                break;
            case TicketLeft { State: TicketState.Expired } fact:
                envelope.TicketExpired = new()
                {
                    TicketId = fact.TicketId,
                    Queue = content.Queue,
                    Channel = content.Channel,
                    Waited = ProtoTime.Length(fact.WaitMs),
                };
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(about), about.Kind, "No event says this.");
        }
    }
}
