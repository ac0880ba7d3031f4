using Router.Engine;
using Router.Engine.Agents;
using Router.Engine.Commands;

namespace Router.Simulator.Play;

/// <content>What agents do with offers.</content>
internal sealed partial class Simulation
{
    private void AnswerOffers()
    {
        while (_offers.TryDequeue(out var offer))
        {
            switch (_agents[offer.AgentId].Offers is { } habits ? habits.Answer(offer.Content.Channel) : OfferAnswer.AtOnce)
            {
                case { Accepts: true, AfterMs: 0 }:
                    Answer(new Accept(offer.AgentId, offer.TicketId, offer.OfferNo));
                    break;
                case { Accepts: true } accept:
                    At(Now + accept.AfterMs, () => Answer(new Accept(offer.AgentId, offer.TicketId, offer.OfferNo)));
                    break;
                case { } decline:
                    At(Now + decline.AfterMs, () => Answer(new Decline(offer.AgentId, offer.TicketId, offer.OfferNo, "")));
                    break;
            }
        }
    }

    private void Answer(Command answer)
    {
        var outcome = _engine.Apply(answer, Now);
        // The customer left or it expired before; another one, to whom it was offered as well, was first; or he took something else beside which it does not fit.
        if (outcome.Reason is not (Reason.OfferWithdrawn or Reason.OfferAnswered or Reason.OfferExpired or Reason.Capacity or Reason.UnknownTicket))
        {
            ValueOf(outcome, answer.GetType().Name);
        }

        Hear();
    }

    private void ComeBack(SimulatedAgent agent)
    {
        if (agent.Offers?.BackAfterMs is { } after)
        {
            var session = agent.SessionId;
            At(Now + after, () =>
            {
                if (agent.SessionId == session)
                {
                    Set(agent, Presence.Available);
                }
            });
        }
    }
}
