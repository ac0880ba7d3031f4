using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Queries;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>The tickets of a supervisor's move: all are judged before the first is changed.</summary>
internal sealed class PickedTickets
{
    private readonly List<UnmovedTicket> _refused = [];

    public List<Ticket> Tickets { get; } = [];

    public Outcome Answer => Outcome.Done(new Moved(Tickets.Count, _refused));

    /// <summary>Judges the tickets of a command.</summary>
    /// <returns>Why none is changed, or null.</returns>
    public Outcome? Refuse(WorkspaceState state, TicketMove command, Func<Ticket, Outcome?> judge)
    {
        foreach (var id in command.TicketIds)
        {
            var refusal = state.Tickets.TryGetValue(id, out var ticket) ? judge(ticket) : Refusals.UnknownTicket(id);
            if (refusal is not { } refused)
            {
                Tickets.Add(ticket!);
            }
            else if (command.SkipRefused)
            {
                _refused.Add(new UnmovedTicket(id, refused));
            }
            else
            {
                return Outcome.Refused(refused.Reason, refused.Message, [.. refused.Metadata.Select(m => (m.Key, m.Value)), ("ticket_id", id)]);
            }
        }

        return null;
    }

    /// <summary>Only what nobody has accepted can be changed or given away.</summary>
    public static Outcome? RequireWaiting(Ticket ticket) =>
        ticket.IsWaiting ? null : Refusals.WrongState(ticket, "only a ticket that waits for an agent can be given to one");

    /// <summary>Takes a ticket that waits out of its lane, or its offers back, so that it is in no hands.</summary>
    /// <returns>The agents who are free of it.</returns>
    public static IReadOnlyList<Agent> TakeOut(WorkspaceState state, Ticket ticket) =>
        ticket.State == TicketState.Offered ? Offering.EndAll(state, ticket, OfferEnd.Supervisor)
        : Queueing.Leave(state, ticket) is { } held ? [held] : [];

    /// <summary>Gives what waits now, and what agents have become free for, to whom should have it.</summary>
    public static void Settle(WorkspaceState state, IEnumerable<Ticket> tickets, IEnumerable<Agent> free)
    {
        Dispatch.PlaceAll(state, tickets);
        Dispatch.FeedTogether(state, [.. free.Distinct()]);
    }
}
