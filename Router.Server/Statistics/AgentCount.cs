using Router.Engine.Events;

namespace Router.Server.Statistics;

/// <summary>What a fact adds to the counts of an agent, in the hour in which it happened.</summary>
internal static class AgentCount
{
    /// <summary>Counts a fact.</summary>
    /// <param name="tallies">Where.</param>
    /// <param name="fact">The fact.</param>
    public static void Count(BatchTallies tallies, TicketFact fact)
    {
        switch (fact)
        {
            case TicketCompleted completed when completed.AgentId.Length > 0:
                tallies.Of(completed.AgentId, fact.At).Add(Figure.Handled);
                break;
            case TicketTransferred transferred:
                tallies.Of(transferred.AgentId, fact.At).Add(Figure.Handled);
                break;
            case OfferEnded { End: OfferEnd.Declined } declined:
                tallies.Of(declined.AgentId, fact.At).Add(Figure.Declined);
                break;
            case PeerOfferEnded { End: OfferEnd.Declined } declined:
                tallies.Of(declined.ToAgentId, fact.At).Add(Figure.Declined);
                break;
            case PeerOfferEnded { End: OfferEnd.Missed } missed:
                tallies.Of(missed.ToAgentId, fact.At).Add(Figure.Missed);
                break;
            case OfferEnded { End: OfferEnd.Missed } missed:
                tallies.Of(missed.AgentId, fact.At).Add(Figure.Missed);
                break;
        }
    }
}
