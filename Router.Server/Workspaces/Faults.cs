#if ROUTER_FAULTS
using Router.Engine;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Server.Store.Loading;
using Router.Server.Workspaces.Batches;
using Router.Server.Workspaces.Intake;

namespace Router.Server.Workspaces;

/// <summary>
/// Broken promises on purpose, to see that the checker notices them. Only in a build with <c>-p:RouterFaults=true</c>; chosen by the
/// environment variable <c>ROUTER_FAULT</c>.
/// </summary>
internal static class Faults
{
    private const long DroppedEvent = 100;
    private const int FalseAcceptEvery = 20;

    private static readonly string Chosen = Environment.GetEnvironmentVariable("ROUTER_FAULT") ?? "";
    private static readonly TimeSpan CommitDelay = TimeSpan.FromMilliseconds(500);

    private static int _accepts;

    /// <summary><c>drop-event</c>: one event is not stored. Agents are told it, or one of them might never learn what he has in hand.</summary>
    public static IReadOnlyList<Fact> DropEvent(IReadOnlyList<Fact> facts) => Chosen == "drop-event"
        ? [.. facts.Where(f => f.Number != DroppedEvent)]
        : facts;

    /// <summary><c>reply-before-commit</c>: answers to submits leave before the commit, early enough for a kill to come between. Those to
    /// agents do not, who would never finish work that they were told is done.</summary>
    public static async Task ReplyBeforeCommitAsync(OpenBatch batch)
    {
        var submits = batch.Works.Where(w => !w.IsUrgent).ToList();
        if (Chosen == "reply-before-commit" && submits.Count > 0)
        {
            submits.ForEach(s => s.Release());
            await Task.Delay(CommitDelay);
        }
    }

    /// <summary><c>two-accepts</c>: now and then an accept is acknowledged and not done; the ticket goes to another agent, who accepts it too. More
    /// than once, because the customer may have hung up before the first accept or between the two.</summary>
    public static Outcome? FalseAcceptOf(Command command, OpenBatch batch, PendingWork work)
    {
        if (Chosen != "two-accepts" || command is not Accept accept || ++_accepts % FalseAcceptEvery != 0)
        {
            return null;
        }

        var declined = batch.State.Engine.Apply(
            new Decline(accept.AgentId, accept.TicketId, accept.OfferNo, "fault"), batch.TimeOf(work));
        return declined.IsRefused ? declined : Outcome.Done(1);
    }

    /// <summary><c>forget-ticket</c>: one open ticket is not loaded.</summary>
    public static LoadedWorkspace ForgetTicket(LoadedWorkspace loaded) => Chosen == "forget-ticket"
        ? loaded with { Record = loaded.Record with { Tickets = [.. loaded.Record.Tickets.OrderBy(t => t.Counter).Skip(1)] } }
        : loaded;
}
#endif
