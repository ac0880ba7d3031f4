using Router.Engine;
using Router.Policies.Shape;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;

namespace Router.Server.Edge.Tickets;

/// <summary>Finds tickets, the open ones in the engine and the closed ones in the store.</summary>
internal static class TicketFinder
{
    /// <summary>A ticket, or null when there is none of this id.</summary>
    /// <param name="call">Who asks.</param>
    /// <param name="ticketId">Its id.</param>
    public static async ValueTask<FoundTicket?> FindAsync(Call call, string ticketId)
    {
        var open = await call.QueryAsync(
            engine => engine.Ticket(ticketId) is { } ticket ? new FoundTicket(ticket, engine.Place(ticketId)) : null);
        if (open is not null)
        {
            return open;
        }

        return await call.Workspace.Store.ClosedTickets.FindAsync(ticketId, call.Gone) is { } closed ? new FoundTicket(closed, null) : null;
    }

    /// <summary>The engine knows open tickets alone: what it says of a closed one is told as the state that it is in.</summary>
    /// <param name="call">Whose command it was.</param>
    /// <param name="outcome">A refusal of the engine.</param>
    /// <param name="ticketId">The ticket that the command was about.</param>
    public static async ValueTask<Refused> ExplainAsync(Call call, Outcome outcome, string ticketId)
    {
        if (outcome.Reason != Reason.UnknownTicket || await call.Workspace.Store.ClosedTickets.FindAsync(ticketId, call.Gone) is not { } closed)
        {
            return Refused.From(outcome);
        }

        var state = closed.State.ToString().ToLowerInvariant();
        return Refused.For(Reason.WrongState, $"Ticket {Shown.Text(ticketId)} is {state}: it is over, and nothing can be done with it.", ("state", state));
    }

    /// <summary>There is no such ticket, or none that the caller may see.</summary>
    /// <param name="ticketId">What he asked for.</param>
    public static Refused Unknown(string ticketId) =>
        Refused.For(Reason.UnknownTicket, $"There is no ticket {Shown.Text(ticketId)} that you may see.", ("field", "ticket_id"));
}
