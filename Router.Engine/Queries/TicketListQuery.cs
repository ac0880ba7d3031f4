using Router.Engine.Persistence;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Queries;

/// <summary>
/// A page of open tickets. Those that wait are read from their classes, which are in order, so that the first pages cost little
/// however many wait; those in hand from their agents; only for other states are all tickets looked through.
/// </summary>
internal static class TicketListQuery
{
    public static TicketPage Page(WorkspaceState state, TicketQuery asked)
    {
        var first = new FirstTickets(asked.Most);
        var after = asked.After == default ? new TicketKey(long.MinValue, 0) : new TicketKey(asked.After.IsExpedited ? asked.After.At - TicketKey.Expedited : asked.After.At, asked.After.Counter);
        var total = Waiting(state, asked, after, first);
        foreach (var ticket in NotWaiting(state, asked))
        {
            total++;
            var key = KeyOf(ticket);
            if (key.CompareTo(after) > 0)
            {
                first.Offer(ticket, key);
            }
        }

        return new TicketPage([.. first.InOrder().Select(t => Listed(state, t))], total);
    }

    private static int Waiting(WorkspaceState state, TicketQuery asked, TicketKey after, FirstTickets first)
    {
        var queued = asked.States.Contains(TicketState.Queued);
        var offered = asked.States.Contains(TicketState.Offered);
        var total = 0;
        foreach (var waitClass in state.WaitClassList)
        {
            if ((!queued && !offered) || !IsAsked(asked, waitClass.Queue, waitClass.Channel.Name))
            {
                continue;
            }

            total += (queued ? waitClass.Waiting.Count - waitClass.Offered : 0) + (offered ? waitClass.Offered : 0);
            foreach (var ticket in waitClass.Waiting.From(after with { Counter = after.Counter + 1 }))
            {
                if ((ticket.State == TicketState.Queued ? queued : offered) && !first.Offer(ticket, ticket.Key))
                {
                    break;
                }
            }
        }

        return total;
    }

    private static IEnumerable<Ticket> NotWaiting(WorkspaceState state, TicketQuery asked)
    {
        var others = asked.States.Where(s => s is not (TicketState.Queued or TicketState.Offered)).ToHashSet();
        if (others.Count == 0)
        {
            return [];
        }

        var inHand = others.All(s => s is TicketState.Assigned or TicketState.WrappingUp);
        var among = inHand ? state.Agents.Values.SelectMany(a => a.Tickets) : state.Tickets.Values;
        return among.Where(t => others.Contains(t.State) && IsAsked(asked, t.Content.Queue, t.Channel.Name));
    }

    private static bool IsAsked(TicketQuery asked, string queue, string channel) =>
        (asked.Queue.Length == 0 || asked.Queue == queue) && (asked.Channel.Length == 0 || asked.Channel == channel);

    private static TicketKey KeyOf(Ticket ticket) =>
        ticket.State == TicketState.Scheduled ? new TicketKey(ticket.StartsAt, ticket.Counter) : ticket.Key;

    private static ListedTicket Listed(WorkspaceState state, Ticket ticket)
    {
        var at = ticket.State == TicketState.Scheduled ? ticket.StartsAt : ticket.DueAt;
        var isExpedited = ticket.IsExpedited && ticket.State != TicketState.Scheduled;
        return new ListedTicket(Saving.ToRecord(ticket), Places.Of(state, ticket), new ListPlace(at, ticket.Counter, isExpedited));
    }
}
