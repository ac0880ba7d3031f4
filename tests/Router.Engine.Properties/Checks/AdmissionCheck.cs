using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Checks;

/// <summary>Nothing new enters a closed or full queue, and what waits for an opening waits for the next one.</summary>
internal static class AdmissionCheck
{
    private const long MinuteMs = 60_000;
    private const long DayMs = 86_400_000;

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
            queue.Hours is { } hours && !channel.Deferred && hours.Week.Count > 0 && !IsOpen(hours, entered.At),
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
        Broken.If(IsOpen(hours, now.Now), $"{ticket.Id} waits for an opening, and it is open.");
        Broken.If(!IsOpen(hours, ticket.StartsAt), $"{ticket.Id} waits until {ticket.StartsAt}, and it is closed then.");
        Broken.If(IsOpen(hours, ticket.StartsAt - 1), $"{ticket.Id} waits until {ticket.StartsAt}, and it is open before.");
        Broken.If(now.Moment.Engine.Place(ticket.Id)?.OpensAt != ticket.StartsAt, $"{ticket.Id} is not told when it opens.");
    }

    private static bool IsOpen(OpeningHours hours, long at)
    {
        var local = at + (hours.Zone.Last(z => z.FromMs == 0 || z.FromMs <= at).OffsetMinutes * MinuteMs);
        var day = new DateOnly(1970, 1, 1).AddDays((int)(local / DayMs));
        var minute = local % DayMs / MinuteMs;
        var openings = hours.Days.Any(d => d.Day == day.DayNumber)
            ? hours.Days.Where(d => d.Day == day.DayNumber).Select(d => (d.OpensMinute, d.ClosesMinute))
            : hours.Week.Where(w => w.Weekday % 7 == (int)day.DayOfWeek).Select(w => (w.OpensMinute, w.ClosesMinute));
        return openings.Any(o => o.OpensMinute <= minute && minute < o.ClosesMinute);
    }
}
