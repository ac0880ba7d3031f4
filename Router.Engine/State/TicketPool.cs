using Router.Engine.Tickets;

namespace Router.Engine.State;

/// <summary>
/// Closed tickets that were saved, to be used again. A ticket that has waited among a million is old: who takes its place in memory need not be moved by the
/// collector, as each new object is that lives on.
/// </summary>
internal sealed class TicketPool
{
    private const int Most = 4_096;

    private readonly Stack<Ticket> _cleared = [];

    /// <summary>A ticket that is nowhere yet.</summary>
    public Ticket Take(string id, long counter, TicketContent content, ChannelSlot channel, RoutingPlan plan, WaitClass waitClass)
    {
        if (!_cleared.TryPop(out var ticket))
        {
            return new Ticket(id, counter, content) { Channel = channel, Plan = plan, WaitClass = waitClass };
        }

        ticket.Become(id, counter, content);
        ticket.Channel = channel;
        ticket.Plan = plan;
        ticket.WaitClass = waitClass;
        return ticket;
    }

    /// <summary>It is closed, and nothing knows of it any more.</summary>
    public void Return(Ticket ticket)
    {
        if (_cleared.Count < Most)
        {
            ticket.Clear();
            _cleared.Push(ticket);
        }
    }
}
