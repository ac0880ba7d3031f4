using Router.Engine.Events;
using Router.Engine.Hours;
using Router.Engine.Tickets;

namespace Router.Server.Statistics;

/// <summary>What a fact about a ticket adds to the tally of the time in which the ticket entered its queue.</summary>
internal static class TicketCount
{
    /// <summary>Counts a fact.</summary>
    /// <param name="tallies">Where.</param>
    /// <param name="rules">The policy's.</param>
    /// <param name="fact">The fact.</param>
    public static void Count(BatchTallies tallies, ServiceRules rules, TicketFact fact)
    {
        if (AssignmentEnd.HandledMs(fact) is { } handled)
        {
            tallies.Of(fact.Content, fact.EnteredAt).Add(Measure.HandleTime, handled);
        }

        switch (fact)
        {
            case TicketEntered entered:
                var there = tallies.Of(fact.Content, fact.At);
                there.Add(Figure.Entered);
                if (entered.Cause == EntryCause.Transferred)
                {
                    there.Add(Figure.TransferredIn);
                }

                break;
            case OfferMade:
                tallies.Of(fact.Content, fact.EnteredAt).Add(Figure.OffersMade);
                break;
            case OfferEnded { End: OfferEnd.Declined }:
                tallies.Of(fact.Content, fact.EnteredAt).Add(Figure.Declined);
                break;
            case OfferEnded { End: OfferEnd.Missed }:
                tallies.Of(fact.Content, fact.EnteredAt).Add(Figure.Missed);
                break;
            case TicketAssigned { IsFirst: true }:
                Answer(tallies.Of(fact.Content, fact.EnteredAt), rules, fact);
                break;
            case TicketCompleted:
                tallies.Of(fact.Content, fact.EnteredAt).Add(Figure.Completed);
                break;
            case TicketTransferred transferred:
                var from = tallies.Of(fact.Content, fact.EnteredAt);
                from.Add(Figure.TransferredOut);
                if (transferred.IsWarm)
                {
                    from.Add(Figure.TransferredIn);
                }

                break;
            case ConsultStarted:
                tallies.Of(fact.Content, fact.EnteredAt).Add(Figure.Consulted);
                break;
            case TicketLeft left when fact.EnteredAt > 0:
                Leave(tallies.Of(fact.Content, fact.EnteredAt), rules, left);
                break;
            case TicketOverflowed overflowed:
                tallies.Of(overflowed.From, fact.Content, EnteredOrNow(fact)).Add(Figure.Overflowed);
                break;
            case PromiseJudged judged:
                var told = tallies.Of(fact.Content, EnteredOrNow(fact));
                told.Add(Figure.PromisesJudged);
                told.Add(Figure.PromisesKept, judged.Kept ? 1 : 0);
                break;
            case CallBackRequested:
                tallies.Of(fact.Content, EnteredOrNow(fact)).Add(Figure.CalledBack);
                break;
        }
    }

    private static void Answer(Tally tally, ServiceRules rules, TicketFact fact)
    {
        var waited = Waited(rules, fact);
        tally.Add(Figure.Answered);
        tally.Add(Measure.SpeedOfAnswer, waited);
        tally.Add(Measure.Wait, waited);
        if (waited <= rules.ThresholdMs(fact.Content.Queue, fact.Content.Channel))
        {
            tally.Add(Figure.AnsweredInTime);
        }
    }

    private static void Leave(Tally tally, ServiceRules rules, TicketLeft left)
    {
        var waited = left.WaitMs > 0 ? Waited(rules, left) : 0;
        switch (left.State)
        {
            case TicketState.Abandoned:
                tally.Add(left.IsShort ? Figure.AbandonedShort : Figure.Abandoned);
                tally.Add(Measure.TimeToAbandon, waited);
                tally.Add(Measure.Wait, waited);
                if (waited <= rules.ThresholdMs(left.Content.Queue, left.Content.Channel))
                {
                    tally.Add(Figure.AbandonedInTime);
                }

                return;
            case TicketState.Cancelled:
                tally.Add(Figure.Cancelled);
                break;
            case TicketState.Expired:
                tally.Add(Figure.Expired);
                break;
        }

        // One that was parked did not wait.
        if (left.WaitMs > 0)
        {
            tally.Add(Measure.Wait, waited);
        }
    }

    private static long Waited(ServiceRules rules, TicketFact fact) =>
        rules.WaitMs(fact.Content.Queue, fact.Content.Channel, fact.EnteredAt, fact.At);

    // It may ask, or be sent on, before it entered any queue.
    private static long EnteredOrNow(TicketFact fact) => fact.EnteredAt > 0 ? fact.EnteredAt : fact.At;
}
