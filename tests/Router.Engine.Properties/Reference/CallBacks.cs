using Router.Engine.Commands;
using Router.Engine.Properties.Checks;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Reference;

/// <summary>A customer hangs up and is called back, in his turn or at an agreed time, at most three times.</summary>
internal static class CallBacks
{
    private const int MostAttempts = 3;
    private const long RetryMs = 900_000;
    private const long DayMs = 86_400_000;

    /// <summary>Who waits asks to be called back.</summary>
    public static bool Request(World world, RequestCallBack command)
    {
        var wish = command.CallBack;
        if (world.Ticket(command.TicketId) is not { State: TicketState.Queued } ticket || !IsWindow(world, wish) || !MayPromise(world, ticket, wish, new(ticket.Content)))
        {
            return false;
        }

        ticket = world.Put(ticket with { Later = (ticket.Later ?? new()) with { CallBack = wish with { Attempts = Attempts(ticket) } }, TimeToLiveMs = 0 });
        if (wish.From > 0)
        {
            PutOff(world, ticket, wish.From);
        }

        return true;
    }

    /// <summary>The owner says what came of his attempt, once.</summary>
    public static bool Report(World world, ReportCallBack command)
    {
        if (world.Ticket(command.TicketId) is not { State: TicketState.Assigned, Later.CallBack: { } callBack } ticket
            || ticket.AgentId != command.AgentId || ticket.AssignmentNo != command.AssignmentNo || IsReported(ticket))
        {
            return false;
        }

        ticket = world.Put(Noted(world, ticket, command.Result));
        if (command.Result == CallBackAttempt.Reached)
        {
            return true;
        }

        if (command.Result == CallBackAttempt.WrongNumber || Attempts(ticket).Count >= MostAttempts || (callBack.Until > 0 && world.Now + RetryMs >= callBack.Until))
        {
            Hands.Complete(world, ticket, "not_reached");
            return true;
        }

        var others = Peers.Free(world, ref ticket);
        PutOff(world, Hands.LetGo(world, ticket), world.Now + RetryMs);
        People.AfterWork(world, [command.AgentId, .. others]);
        return true;
    }

    /// <summary>Who completes it without a word has reached the customer.</summary>
    public static TicketRecord Reached(World world, TicketRecord ticket) =>
        ticket is { State: TicketState.Assigned, Later.CallBack: not null } && !IsReported(ticket) ? Noted(world, ticket, CallBackAttempt.Reached) : ticket;

    /// <summary>A scheduled ticket begins at another time, and the window of a call-back with it.</summary>
    public static TicketRecord MovedTo(TicketRecord ticket, long at)
    {
        var moved = ticket with { StartsAt = at, WaitsForOpening = false };
        return ticket.Later?.CallBack is { From: > 0 } callBack
            ? moved with { Later = ticket.Later with { CallBack = callBack with { From = at, Until = callBack.Until + at - callBack.From } } }
            : moved;
    }

    /// <summary>He calls in before he was called: the new ticket takes the earliest place that was kept for him in its queue.</summary>
    /// <returns>When it is due at the latest.</returns>
    public static long EndFor(World world, TicketContent content)
    {
        var kept = Open(world).Where(t => content.CustomerId.Length > 0 && t.Content.CustomerId == content.CustomerId && t.Content.Channel == content.Channel).ToList();
        var latestDue = kept.Where(t => IsPlace(t, content)).Select(t => t.DueAt).DefaultIfEmpty(long.MaxValue).Min();
        kept.ForEach(t => Waiting.Leave(world, t, TicketState.Cancelled, "withdrawn"));
        return latestDue;
    }

    /// <summary>Whether a place is kept for this customer in the queue to which he comes.</summary>
    public static bool KeepPlace(World world, TicketContent content) =>
        content.CustomerId.Length > 0 && Open(world).Any(t => t.Content.CustomerId == content.CustomerId && IsPlace(t, content));

    /// <summary>The window is still to come, and its end.</summary>
    public static bool IsWindow(World world, CallBack wish) => (wish.From == 0 || wish.From >= world.Now) && (wish.Until == 0 || wish.Until > world.Now);

    /// <summary>Whether it can be kept. In his turn that is a matter of the wait, which the model does not tell: there the engine's word is taken.</summary>
    public static bool MayPromise(World world, TicketRecord ticket, CallBack wish, Admission.Way way)
    {
        var able = world.Agents.Count(a => Rulebook.Serves(world.Policy, a.Profile, ticket, ticket.Steps.Count));
        if (able == 0)
        {
            return false;
        }

        if (wish.From > 0)
        {
            return HasTime(world, ticket, able, wish.From, wish.Until, countsOpening: false);
        }

        return way.OpensAt > 0
            ? HasTime(world, ticket, able, way.OpensAt, wish.Until > 0 ? wish.Until : way.OpensAt + DayMs, countsOpening: true)
            : !world.WasRefused;
    }

    /// <summary>Its queue is open for some of the window, and half the time of the agents who may serve it is enough for one more.</summary>
    private static bool HasTime(World world, TicketRecord ticket, int agents, long from, long until, bool countsOpening)
    {
        if (world.Queue(ticket.Content.Queue)!.Hours is { } hours && OpenHours.OpensAt(hours, from) >= until)
        {
            return false;
        }

        var promised = Open(world).Count(t => t.Content.Queue == ticket.Content.Queue
            && ((countsOpening && t.WaitsForOpening) || (t.Later!.CallBack is { From: > 0 } other && other.From < until && from < other.Until)));
        return promised < (long)(agents * 0.5 * (until - from) / (world.Channel(ticket).HandleSeconds * 1_000L));
    }

    /// <summary>Call-backs that nobody has yet.</summary>
    private static IEnumerable<TicketRecord> Open(World world) => world.Tickets.Where(t =>
        t.Later?.CallBack is not null && t.State is TicketState.Scheduled or TicketState.Queued or TicketState.Offered);

    private static bool IsPlace(TicketRecord ticket, TicketContent content) =>
        ticket.State != TicketState.Scheduled && ticket.Content.Queue == content.Queue && ticket.Content.Channel == content.Channel;

    /// <summary>It leaves the queue, and comes to it once more then.</summary>
    private static void PutOff(World world, TicketRecord ticket, long until) => world.Put(PersonalWaits.Over(Waiting.WithoutHold(ticket)) with
    {
        State = TicketState.Scheduled,
        StartsAt = until,
        EnteredAt = 0,
        DueAt = 0,
        Step = 0,
        // What he was told is no longer waited for.
        PromiseFate = ticket is { PromiseUntil: > 0, PromiseFate: PromiseFate.Open } ? PromiseFate.NotJudged : ticket.PromiseFate,
    });

    private static IReadOnlyList<CallBackAttempt> Attempts(TicketRecord ticket) => ticket.Later?.CallBack?.Attempts ?? [];

    private static bool IsReported(TicketRecord ticket) => Attempts(ticket).Any(a => a.AssignmentNo == ticket.AssignmentNo);

    private static TicketRecord Noted(World world, TicketRecord ticket, string result)
    {
        var attempt = new CallBackAttempt(world.Now, ticket.AgentId, ticket.AssignmentNo, result);
        return ticket with { Later = ticket.Later! with { CallBack = ticket.Later.CallBack! with { Attempts = [.. Attempts(ticket), attempt] } } };
    }
}
