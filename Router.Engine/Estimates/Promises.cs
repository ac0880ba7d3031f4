using System.Globalization;
using Router.Engine.Events;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Estimates;

/// <summary>The wait that a ticket was first told, and whether that was kept.</summary>
internal static class Promises
{

    /// <summary>When a promise is over that was told at entry, engine time in ms.</summary>
    public static long Until(long enteredAt, Estimate told) => enteredAt + (told.PromiseSeconds * 1_000L);

    /// <summary>The first number that a ticket is told is its promise; what it is told in another queue later is none.</summary>
    public static void Begin(Ticket ticket, Estimate told)
    {
        if (ticket.Told.Trust == Trust.Unknown && told.Trust != Trust.Unknown)
        {
            ticket.Told = told;
            ticket.PromiseUntil = Until(ticket.EnteredAt, told);
        }
    }

    /// <summary>Its promise is broken if it still waits then, engine time in ms; <see cref="long.MaxValue"/> when there is none to break.</summary>
    public static long BrokenAt(Ticket ticket) =>
        ticket is { PromiseUntil: > 0, PromiseFate: PromiseFate.Open } ? ticket.PromiseUntil + 1 : long.MaxValue;

    /// <summary>The promised time is over, and it still waits.</summary>
    public static void Break(WorkspaceState state, Ticket ticket)
    {
        Calibration.Learn(ticket, state.Now - ticket.EnteredAt, isAssigned: false, isFirst: true);
        Judge(state, ticket, waitedMs: 0, isKept: false);
    }

    /// <summary>It leaves its queue. What was told to one who did not have to wait is not counted as kept.</summary>
    public static void End(WorkspaceState state, Ticket ticket, Departure departure)
    {
        var isFirst = ticket.PromiseFate == PromiseFate.Open;
        if (ticket.PromiseUntil == 0 || ticket.PromiseFate == PromiseFate.NotJudged)
        {
            return;
        }

        if (departure != Departure.AtOnce)
        {
            Calibration.Learn(ticket, state.Now - ticket.EnteredAt, departure == Departure.Assigned, isFirst);
        }

        if (isFirst && departure == Departure.Assigned)
        {
            Judge(state, ticket, Math.Max(1, state.Now - ToldAt(ticket)), state.Now <= ticket.PromiseUntil);
        }
        else if (isFirst)
        {
            ticket.PromiseFate = PromiseFate.NotJudged;
        }
    }

    /// <summary>Promises judged and kept in a class since midnight (UTC).</summary>
    public static (int Judged, int Kept) Today(WorkspaceState state, WaitClass waitClass) =>
        waitClass.JudgedDay == state.Now / TimeSpan.MillisecondsPerDay ? (waitClass.Judged, waitClass.Kept) : (0, 0);

    private static long ToldAt(Ticket ticket) => ticket.PromiseUntil - (ticket.Told.PromiseSeconds * 1_000L);

    private static void Judge(WorkspaceState state, Ticket ticket, long waitedMs, bool isKept)
    {
        ticket.PromiseFate = isKept ? PromiseFate.Kept : PromiseFate.Broken;
        var waitClass = ticket.WaitClass;
        var (judged, kept) = Today(state, waitClass);
        waitClass.JudgedDay = state.Now / TimeSpan.MillisecondsPerDay;
        waitClass.Judged = judged + 1;
        waitClass.Kept = kept + (isKept ? 1 : 0);
        state.MarkChanged(waitClass);
        state.Emit(
            ticket,
            new PromiseJudged(ticket.Id, isKept, ticket.Told.PromiseSeconds, waitedMs),
            detail: string.Create(CultureInfo.InvariantCulture, $"{(isKept ? PromiseJudged.WasKept : PromiseJudged.WasBroken)}: {ticket.Told.PromiseSeconds}"));
    }
}
