using System.Globalization;
using Router.Engine.Hours;
using Router.Engine.Policies;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>Whether a queue takes a ticket that comes to it for the first time, and what becomes of it otherwise.</summary>
internal static class Admission
{
    /// <summary>Real seconds after which a ticket may try again that a full queue refused.</summary>
    private const int RetrySeconds = 30;

    /// <summary>Follows the ticket from queue to queue. Nothing is changed by it.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="content">The ticket, in a queue that takes its channel.</param>
    /// <param name="mayRefuse">Whether it can be turned away; one that was taken before cannot.</param>
    /// <param name="wish">How its customer wants to be called back, or null.</param>
    public static Admitted Judge(WorkspaceState state, TicketContent content, bool mayRefuse, CallBack? wish = null)
    {
        var admitted = new Admitted(content);
        while (true)
        {
            content = admitted.Content;
            var channel = state.Channel(content.Channel)!;
            var calendar = channel.Policy.Deferred ? null : state.Calendars.GetValueOrDefault(content.Queue);
            var opensAt = calendar?.OpensAt(state.Now) ?? state.Now;
            var rule = opensAt > state.Now ? calendar!.WhenClosed
                : wish is null && CallBacks.KeepPlace(state, content) ? null
                : Limits.Reached(state, content, channel)?.Overflow;
            switch (rule)
            {
                case null:
                    return admitted;
                // A scheduled ticket may be of a channel that its queue no longer takes, nor that one.
                case { Kind: OverflowKind.Queue } when state.Queues[rule.Queue].Channel(content.Channel) is not null:
                    admitted = admitted with { Content = content.In(rule.Queue), Passed = [.. admitted.Passed, content.Queue] };
                    break;
                case { Kind: OverflowKind.Refuse } when mayRefuse:
                    return admitted with { Refusal = opensAt > state.Now ? Closed(state, content.Queue, opensAt) : Full(content) };
                case { Kind: OverflowKind.CallBack } when mayRefuse && opensAt != OpeningCalendar.Never:
                    var past = opensAt > state.Now ? admitted with { OpensAt = opensAt } : admitted with { IsPastLimit = true };
                    return wish is not null ? past : past with
                    {
                        Refusal = CallBackOffer.With(state, past, opensAt > state.Now ? Closed(state, content.Queue, opensAt) : Full(content)),
                    };
                case { Kind: OverflowKind.Wait or OverflowKind.CallBack } when mayRefuse && opensAt == OpeningCalendar.Never:
                    return admitted with { Refusal = Closed(state, content.Queue, opensAt) };
                default:
                    return opensAt == OpeningCalendar.Never || opensAt == state.Now ? admitted : admitted with { OpensAt = opensAt };
            }
        }
    }

    private static Outcome Closed(WorkspaceState state, string queue, long opensAt)
    {
        if (opensAt == OpeningCalendar.Never)
        {
            return Outcome.Refused(Reason.QueueClosed, $"Queue '{queue}' is closed, and its policy names no opening to come.", ("field", "queue"), ("queue", queue));
        }

        var opens = DateTimeOffset.FromUnixTimeMilliseconds(opensAt).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var retry = Math.Ceiling((opensAt - state.Now) / state.ClockSpeed / 1_000);
        return Outcome.Refused(
            Reason.QueueClosed,
            $"Queue '{queue}' is closed until {opens}: come back then.",
            ("field", "queue"),
            ("queue", queue),
            ("opens_at", opens),
            (Outcome.RetryAfterSeconds, retry.ToString(CultureInfo.InvariantCulture)));
    }

    private static Outcome Full(TicketContent content) => Outcome.Refused(
        Reason.QueueFull,
        $"Queue '{content.Queue}' takes no more of '{content.Channel}' now: its limit is reached.",
        ("field", "queue"),
        ("queue", content.Queue),
        (Outcome.RetryAfterSeconds, RetrySeconds.ToString(CultureInfo.InvariantCulture)));
}
