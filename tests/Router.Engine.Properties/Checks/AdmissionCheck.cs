using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Checks;

/// <summary>Nothing new enters a closed or full queue, and what waits for an opening waits for the next one.</summary>
internal static class AdmissionCheck
{
    public static void Run(Snapshot now)
    {
        foreach (var entered in now.Moment.Changes.Facts.OfType<TicketEntered>().Where(f => f.Cause is EntryCause.Submitted or EntryCause.Overflowed && !f.Content.IsWaived))
        {
            Entered(now, entered);
        }

        if (now.IsSettled && now.Moment.Changes.Meta.Renewal is null)
        {
            foreach (var ticket in now.Tickets.Where(t => t.State == TicketState.Scheduled && t.WaitsForOpening))
            {
                Waits(now, ticket);
            }
        }
    }

    private static void Entered(Snapshot now, TicketEntered entered)
    {
        var content = entered.Content;
        var queue = now.Policy.Queues.First(q => q.Name == content.Queue);
        var channel = Rulebook.Channel(now.Policy, content.Channel);
        Broken.If(
            queue.Hours is { } hours && !channel.Deferred && hours.Week.Count > 0 && !OpenHours.IsOpen(hours, entered.At),
            $"{entered.TicketId} entered queue {queue.Name}, which is closed.");
        var limit = queue.Channels.First(c => c.Channel == content.Channel).Limits;
        var others = now.Tickets.Count(t => t.Id != entered.TicketId && t.State is TicketState.Queued or TicketState.Offered
            && t.Content.Queue == content.Queue && t.Content.Channel == content.Channel);
        var isCallBack = limit?.Overflow.Kind == OverflowKind.CallBack && now.Moment.Changes.Facts.Any(f => f is CallBackRequested asked && asked.TicketId == entered.TicketId);
        var takesOwnPlace = now.Moment.Changes.Facts.Any(f => f is TicketLeft { State: TicketState.Cancelled, Cause: "withdrawn", By.Kind: ActorKind.Customer });
        Broken.If(
            entered.CreatedAt == now.Now && !isCallBack && !takesOwnPlace && limit is { Waiting: > 0 } && others >= limit.Waiting,
            $"{entered.TicketId} entered queue {queue.Name}, where {others} waited, of {limit?.Waiting}.");
    }

    private static void Waits(Snapshot now, TicketRecord ticket)
    {
        var hours = now.Policy.Queues.First(q => q.Name == ticket.Content.Queue).Hours!;
        Broken.If(OpenHours.IsOpen(hours, now.Now), $"{ticket.Id} waits for an opening, and it is open.");
        Broken.If(!OpenHours.IsOpen(hours, ticket.StartsAt), $"{ticket.Id} waits until {ticket.StartsAt}, and it is closed then.");
        Broken.If(OpenHours.IsOpen(hours, ticket.StartsAt - 1), $"{ticket.Id} waits until {ticket.StartsAt}, and it is open before.");
        Broken.If(now.Moment.Engine.Place(ticket.Id)?.OpensAt != ticket.StartsAt, $"{ticket.Id} is not told when it opens.");
    }
}
