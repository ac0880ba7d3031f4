using Router.Engine.Events;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Checks;

/// <summary>
/// A promise is judged once, when an agent has the ticket or the time is over, and truly; no wait is told while nobody who could serve the
/// ticket is there.
/// </summary>
internal sealed class PromiseCheck
{
    private readonly HashSet<string> _judged = [];

    /// <summary>When it is broken, if it still waits then.</summary>
    public static IEnumerable<long> EndOf(TicketRecord ticket) =>
        ticket is { PromiseUntil: > 0, PromiseFate: PromiseFate.Open, AssignmentNo: 0 } ? [ticket.PromiseUntil + 1] : [];

    public void Run(Snapshot now)
    {
        foreach (var fact in now.Moment.Changes.Facts.OfType<PromiseJudged>())
        {
            Broken.If(!_judged.Add(fact.TicketId), $"The promise of {fact.TicketId} is judged twice.");
            var assigned = now.Moment.Changes.Facts.OfType<TicketAssigned>().FirstOrDefault(f => f.TicketId == fact.TicketId && f.At == fact.At);
            Broken.If(
                fact.Kept && (assigned is null || fact.WaitedMs > fact.PromiseSeconds * 1_000L),
                $"{fact.TicketId} is said to have been served in time: {fact}.");
        }

        foreach (var ticket in now.Tickets.Where(t => t.State is TicketState.Queued or TicketState.Offered))
        {
            Broken.If(
                now.IsSettled && EndOf(ticket).Any(at => at <= now.Now), $"{ticket.Id} waits past {ticket.PromiseUntil}, and nothing says so.");
            Broken.If(
                now.Moment.Engine.Place(ticket.Id)!.Estimate.Trust != Trust.Unknown && !now.Agents.Any(a => CouldServe(now, a, ticket)),
                $"{ticket.Id} is told a wait, and nobody who could serve it is signed in.");
        }
    }

    private static bool CouldServe(Snapshot now, AgentRecord agent, TicketRecord ticket) =>
        agent.SessionId.Length > 0
        && (agent.SessionChannels.Count == 0 || agent.SessionChannels.Contains(ticket.Content.Channel))
        && Rulebook.Serves(now.Policy, Rulebook.InSession(agent), ticket, ticket.Steps.Count);
}
