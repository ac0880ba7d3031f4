using Router.Engine;
using Router.Engine.Commands;
using Router.Engine.Queries;
using Router.Server.Workspaces.Batches;
using Router.Server.Workspaces.Memory;

namespace Router.Server.Workspaces.Intake;

/// <summary>A new ticket, or one that was submitted before.</summary>
internal sealed class PendingSubmit(Submit command) : PendingWork<SubmitAnswer>
{
    private readonly UInt128 _key = SubmitKey.Of(command.Content.Source, command.Content.ExternalId);
    private readonly ContentGroups _content = ContentGroups.Of(command);

    public override bool IsUrgent => false;

    public override int Size { get; } = SubmitSize.Of(command);

    public override void Run(OpenBatch batch)
    {
        var state = batch.State;
        if (state.Submits.Find(_key) is { } earlier)
        {
            Answer = Repeat(state.Engine, earlier.TicketId, earlier.Content.Differences(_content));
            return;
        }

        var outcome = state.Engine.Apply(command, batch.TimeOf(this));
        Answer = new(outcome, Created: true);
        if (outcome.Value is Submitted submitted)
        {
            batch.Submits.Add(state.Submits.Remember(_key, submitted.TicketId, _content, batch.RealNow));
        }
    }

    private static SubmitAnswer Repeat(WorkspaceEngine engine, string ticketId, string differences)
    {
        if (differences.Length > 0)
        {
            return new(
                Outcome.Refused(
                    Reason.DifferentContent,
                    $"This source and external_id are ticket {ticketId}, which was submitted with other content ({differences}): " +
                    "take another external_id for another ticket.",
                    ("ticket_id", ticketId),
                    ("differs", differences)),
                Created: false);
        }

        return engine.Ticket(ticketId) is { } ticket
            ? new(Outcome.Done(new Submitted(ticketId, ticket.State, ticket.CreatedAt, engine.Place(ticketId), ticket.Unroutable)), Created: false)
            : new(Outcome.Done(), Created: false, ClosedTicketId: ticketId);
    }
}
