using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Queries;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>A supervisor completes tickets that agents have in hand. Answered with <see cref="Moved"/>.</summary>
internal static class CompleteBySupervisor
{
    public static Outcome Apply(WorkspaceState state, CompleteTickets command)
    {
        var picked = new PickedTickets();
        if (picked.Refuse(state, command, t => Judge(command, t)) is { } refusal)
        {
            return refusal;
        }

        var free = new List<Agent>();
        foreach (var ticket in picked.Tickets)
        {
            var given = command.Disposition.Length > 0 ? command.Disposition : ticket.Disposition;
            var by = ticket.State == TicketState.WrappingUp ? ticket.InteractionEndedBy : EndedBy.Supervisor;
            free.AddRange(Participants.Free(state, ticket, OfferEnd.Supervisor));
            free.Add(Interactions.Close(
                state, ticket, given.Length > 0 ? given : Interactions.NoneGiven, by, new SupervisorMove(command.By, command.Why, IsPastCapacity: false)));
        }

        AfterWork.Run(state, [.. free.Distinct()]);
        return picked.Answer;
    }

    private static Outcome? Judge(CompleteTickets command, Ticket ticket)
    {
        if (ticket.State is not (TicketState.Assigned or TicketState.WrappingUp))
        {
            return Refusals.WrongState(ticket, "only a ticket that an agent has can be completed");
        }

        return CompleteTicket.RefuseDisposition(ticket, command.Disposition);
    }
}
