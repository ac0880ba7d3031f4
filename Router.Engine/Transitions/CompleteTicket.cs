using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>The owner ends the interaction, or wrap-up by giving a disposition. Answered with the ticket's state.</summary>
internal static class CompleteTicket
{
    public static Outcome Apply(WorkspaceState state, Complete command)
    {
        if (AssignmentCheck.Refuse(state, command.AgentId, command.TicketId, command.AssignmentNo, out var ticket) is { } refusal)
        {
            return refusal;
        }

        if (RefuseDisposition(ticket, command.Disposition) is { } unknown)
        {
            return unknown;
        }

        var isWrappingUp = ticket.State == TicketState.WrappingUp;
        if (isWrappingUp && RefuseWithoutDisposition(ticket, command.Disposition) is { } required)
        {
            return required;
        }

        if (command.FollowUp is { } wish)
        {
            if (FollowUps.Refuse(state, ticket, wish) is { } unfit)
            {
                return unfit;
            }

            FollowUps.Plan(state, ticket, wish, command.AgentId);
        }

        ReportCallBackAttempt.NoteCompletion(state, ticket);
        ticket.Disposition = command.Disposition.Length > 0 ? command.Disposition : ticket.Disposition;
        ticket.Note = command.Note.Length > 0 ? command.Note : ticket.Note;
        var rule = Interactions.WrapUpOf(ticket);
        if (isWrappingUp || (rule.Kind == WrapUpKind.Optional && ticket.Disposition.Length > 0))
        {
            Interactions.Complete(state, ticket, ticket.Disposition, isWrappingUp ? ticket.InteractionEndedBy : EndedBy.Agent);
        }
        else
        {
            Interactions.End(state, ticket, EndedBy.Agent);
        }

        return Outcome.Done(ticket.State);
    }

    /// <summary>Why a disposition cannot be given: the ticket's queue lists some, and not this one.</summary>
    public static Outcome? RefuseDisposition(Ticket ticket, string given)
    {
        var codes = ticket.Rules.Dispositions;
        return given.Length == 0 || codes.Count == 0 || IsListed(codes, given)
            ? null
            : Outcome.Refused(
                Reason.UnknownDisposition,
                $"Queue '{ticket.Queue}' has no disposition '{given}': take one of {string.Join(", ", codes.Select(c => c.Code))}.",
                ("field", "disposition"));
    }

    /// <summary>Why wrap-up cannot end yet: its queue has dispositions, and none is given now or was before.</summary>
    public static Outcome? RefuseWithoutDisposition(Ticket ticket, string given)
    {
        var codes = ticket.Rules.Dispositions;
        return codes.Count == 0 || given.Length + ticket.Disposition.Length > 0
            ? null
            : Outcome.Refused(
                Reason.DispositionRequired,
                $"Queue '{ticket.Queue}' asks for a disposition: give one of {string.Join(", ", codes.Select(c => c.Code))}.",
                ("field", "disposition"));
    }

    private static bool IsListed(IReadOnlyList<CodeLabel> codes, string given) => codes.Any(c => c.Code == given);
}
