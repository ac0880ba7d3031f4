using Router.Engine.Events;
using Router.Engine.Records;
using Contract = Router.V1;

namespace Router.Server.Store.Envelopes;

/// <summary>The one way from a fact of the engine to the event that everybody outside sees.</summary>
public static class EventMapper
{
    /// <summary>Maps the facts of a batch.</summary>
    /// <param name="workspace">The workspace's id.</param>
    /// <param name="changes">The batch.</param>
    /// <returns>One event per fact, in their order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A fact of a kind that has no event.</exception>
    public static IReadOnlyList<Contract.Event> Map(string workspace, Changes changes)
    {
        if (changes.Facts.Count == 0)
        {
            return [];
        }

        // A ticket that entered changed with it.
        var tickets = changes.Tickets.ToDictionary(t => t.Id);
        var events = new Contract.Event[changes.Facts.Count];
        for (var i = 0; i < events.Length; i++)
        {
            var fact = changes.Facts[i];
            var envelope = new Contract.Event
            {
                Workspace = workspace,
                Position = new Contract.EventPosition { Term = changes.Meta.Term, Number = fact.Number },
                Time = ProtoTime.Time(fact.At),
            };
            switch (fact)
            {
                case TicketFact about:
                    TicketEvents.Fill(envelope, about, tickets);
                    break;
                case AgentFact about:
                    AgentEvents.Fill(envelope, about);
                    break;
                default:
                    WorkspaceEvents.Fill(envelope, fact);
                    break;
            }

            events[i] = envelope;
        }

        return events;
    }
}
