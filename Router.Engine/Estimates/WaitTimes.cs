using Router.Engine.Collections;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Estimates;

/// <summary>Tells waiting times by drain rate: how fast the tickets of a class leave their queue for each agent who serves it.</summary>
internal static class WaitTimes
{
    /// <summary>Exits over which the drain rate forgets.</summary>
    private const double Memory = 200;

    private const int ExitsToTrust = 20;
    private const double MsPerMinute = 60_000;

    /// <summary>To be called before the class's tickets, their offers or its units change.</summary>
    public static void CountExposure(WorkspaceState state, WaitClass waitClass)
    {
        waitClass.Exposure = ExposureNow(state, waitClass);
        waitClass.CountedUntil = state.Now;
        state.MarkChanged(waitClass);
    }

    public static void Enter(WorkspaceState state, Ticket ticket)
    {
        CountExposure(state, ticket.WaitClass);
        Priors.Take(state, ticket.WaitClass);
        ticket.WaitClass.Add(ticket);
    }

    /// <summary>The ticket is not counted as waiting, until it enters anew: its wait is not over.</summary>
    public static void Remove(WorkspaceState state, Ticket ticket)
    {
        CountExposure(state, ticket.WaitClass);
        ticket.WaitClass.Remove(ticket);
    }

    /// <summary>
    /// The ticket left the queue. Who had to wait and is assigned or abandoned counts as an exit; who was served at once does not, since no
    /// exposure counts while nobody waits.
    /// </summary>
    public static void Leave(WorkspaceState state, Ticket ticket, Departure departure)
    {
        var waitClass = ticket.WaitClass;
        Remove(state, ticket);
        if (departure is Departure.Assigned or Departure.Abandoned)
        {
            Priors.Take(state, waitClass);
            waitClass.Exits = (waitClass.Exits * (1 - (1 / Memory))) + 1;
            waitClass.Exposure *= 1 - (1 / Memory);
            waitClass.ExitsSeen++;
        }

        Promises.End(state, ticket, departure);
    }

    /// <summary>What to tell of a ticket that waits. No number while nobody who could serve it, whatever step that takes, is there.</summary>
    public static Estimate Tell(WorkspaceState state, Ticket ticket) => IsAnybodyThere(state, ticket.Plan, ticket.Channel)
        ? Tell(state, ticket.WaitClass, ticket.WaitClass.Waiting.Rank(ticket.Key), state.Now - ticket.EnteredAt)
        : Estimate.Unknown;

    /// <summary>What to tell of a ticket that has waited so long and has so many of its class before it.</summary>
    public static Estimate Tell(WorkspaceState state, WaitClass waitClass, int ahead, long waitedMs)
    {
        var exposure = ExposureNow(state, waitClass);
        if (waitClass.Units == 0 || exposure <= 0)
        {
            return Estimate.Unknown;
        }

        var rate = waitClass.Units * waitClass.Exits / exposure;
        var drain = (ahead + 1) / rate * 60;
        var oldest = ahead == 0 ? 0 : Math.Max(0, state.Now - Math.Min(state.Now, waitClass.OldestEnteredAt) - waitedMs) / 1_000.0;
        var bucket = Calibration.Bucket(ahead);
        var waited = waitedMs / 1_000.0;
        return new Estimate(
            WholeSeconds(waited + (Calibration.Blend(waitClass, ahead, drain, oldest) * Math.Exp(waitClass.EstimateLog[bucket]))),
            WholeSeconds(waited + (drain * Math.Exp(waitClass.PromiseLog[bucket]))),
            waitClass.ExitsSeen < ExitsToTrust ? Trust.Low : Trust.Normal,
            ahead,
            WholeMs(drain),
            WholeMs(oldest));
    }

    /// <summary>
    /// An agent begins or ceases to count for the classes that he may serve. He must not count while his capacities, his lanes or the
    /// channels of his session change.
    /// </summary>
    public static void Count(WorkspaceState state, Agent agent, bool counts)
    {
        if (agent.IsCounted == counts)
        {
            return;
        }

        agent.IsCounted = counts;
        state.Counted.Set(agent.Slot, counts);
        foreach (var waitClass in state.WaitClassList)
        {
            if (waitClass.Pool.Eligible.Has(agent.Slot))
            {
                CountExposure(state, waitClass);
                Priors.Take(state, waitClass);
                waitClass.Units += (counts ? 1 : -1) * UnitsOf(agent, waitClass);
            }
        }
    }

    /// <summary>Somebody counts who may serve the last of a plan's steps, which is the widest, and takes the channel.</summary>
    public static bool IsAnybodyThere(WorkspaceState state, RoutingPlan plan, ChannelSlot channel)
    {
        foreach (var slot in SlotSet.And(plan.Widest.Eligible, state.Counted))
        {
            if (state.AgentSlots[slot]!.TakesChannel(channel))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Tickets of the class that an agent of its pool can have at once: none when his session does not take the channel.</summary>
    public static int UnitsOf(Agent agent, WaitClass waitClass) =>
        agent.TakesChannel(waitClass.Channel) ? agent.Capacities[waitClass.Channel.Index].Max : 0;

    // Nobody waits for an agent while each ticket rings at one.
    private static double ExposureNow(WorkspaceState state, WaitClass waitClass) =>
        waitClass.IsCounting
            ? waitClass.Exposure + ((state.Now - waitClass.CountedUntil) / MsPerMinute * waitClass.Units)
            : waitClass.Exposure;

    private static int WholeSeconds(double seconds) => (int)Math.Min(int.MaxValue, Math.Ceiling(seconds));

    private static int WholeMs(double seconds) => (int)Math.Min(int.MaxValue, Math.Round(seconds * 1_000));
}
