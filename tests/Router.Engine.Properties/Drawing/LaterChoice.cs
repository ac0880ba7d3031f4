using Router.Engine.Commands;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Drawing;

/// <summary>What is drawn for work at a later time.</summary>
internal static class LaterChoice
{
    /// <summary>A wish to be called back: the place is kept, or at a time that is mostly to come.</summary>
    public static CallBack Wish(Step step, long now)
    {
        var from = step.How % 2 == 0 ? 0 : now - 1_000 + (step.Seed % 60_000);
        var until = from > 0 ? from + 60_000 + (step.Seed % 7_200_000) : step.How % 3 == 0 ? now + (step.Seed % 900_000) : 0;
        return new CallBack("+1 555 0100", from, until, "Europe/Berlin");
    }

    public static Reschedule Reschedule(TicketRecord ticket, Step step, long now) =>
        new(ticket.Id, step.How % 4 == 0 ? 0 : now - 1_000 + (step.Seed % 60_000));

    public static string Result(Step step) => CallBackAttempt.Results[step.Seed % CallBackAttempt.Results.Count];

    public static FollowUpWish? FollowUp(Step step, WorkspaceEngine engine) => step.Seed % 9 == 0
        ? new FollowUpWish(engine.Now - 1_000 + (step.Seed % 90_000), step.How % 2 == 0 ? "" : engine.Policy.Queues[step.Which % engine.Policy.Queues.Count].Name, "", step.How % 5 == 0)
        : null;
}
