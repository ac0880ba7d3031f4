using System.Numerics;
using Router.Engine.Collections;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Estimates;

/// <summary>
/// Tells waiting times by drain rate, with a calibration that learns from every ticket whose fate is known
/// (adaptive conformal inference: Gibbs and Candès, 2021).
/// </summary>
internal static class WaitTimes
{
    /// <summary>Exits over which the drain rate forgets.</summary>
    private const double Memory = 200;

    /// <summary>Exits assumed before the first real one.</summary>
    private const double PriorExits = 10;

    private const double LearningRate = 0.05;
    private const double LowestLog = -1.2;
    private const double HighestLog = 2.2;
    private const int ExitsToTrust = 20;
    private const double MsPerMinute = 60_000;

    /// <summary>Quantiles of Gamma(n+1)/(n+1) at .9 and .5 for the smallest n of each bucket: what a drain at a steady rate gives.</summary>
    private static readonly double[] PriorPromise = [2.302585, 1.944860, 1.774107, 1.598718, 1.443857, 1.320681, 1.228568];
    private static readonly double[] PriorEstimate = [0.693147, 0.839173, 0.891353, 0.934182, 0.963217, 0.980462, 0.989917];

    /// <summary>To be called before the class's tickets or units change.</summary>
    public static void CountExposure(WorkspaceState state, WaitClass waitClass)
    {
        waitClass.Exposure = ExposureNow(state, waitClass);
        waitClass.CountedUntil = state.Now;
        state.MarkChanged(waitClass);
    }

    public static void Enter(WorkspaceState state, Ticket ticket)
    {
        CountExposure(state, ticket.WaitClass);
        Start(state, ticket.WaitClass);
        ticket.WaitClass.Add(ticket);
    }

    /// <summary>The ticket is not counted as waiting, until it enters anew: its wait is not over.</summary>
    public static void Remove(WorkspaceState state, Ticket ticket)
    {
        CountExposure(state, ticket.WaitClass);
        ticket.WaitClass.Remove(ticket);
    }

    /// <summary>The ticket left the queue: assigned or abandoned, which count as exits, or cancelled or expired, which do not.</summary>
    public static void Leave(WorkspaceState state, Ticket ticket, bool isExit)
    {
        var waitClass = ticket.WaitClass;
        Remove(state, ticket);
        if (isExit)
        {
            Start(state, waitClass);
            waitClass.Exits = (waitClass.Exits * (1 - (1 / Memory))) + 1;
            waitClass.Exposure *= 1 - (1 / Memory);
            waitClass.ExitsSeen++;
        }

        if (ticket.Told.Trust != Trust.Unknown && !ticket.WasAssignedBefore)
        {
            Learn(waitClass, ticket, (state.Now - ticket.EnteredAt) / 1_000.0);
        }
    }

    /// <summary>What to tell of a ticket that has waited so long and has so many of its class before it.</summary>
    public static Estimate Tell(WorkspaceState state, WaitClass waitClass, int ahead, long waitedMs)
    {
        var exposure = ExposureNow(state, waitClass);
        if (waitClass.Units == 0 || exposure <= 0)
        {
            return Estimate.Unknown;
        }

        var rate = waitClass.Units * waitClass.Exits / exposure;
        var point = (ahead + 1) / rate * 60;
        var bucket = Bucket(ahead);
        var waited = waitedMs / 1_000.0;
        var trust = waitClass.ExitsSeen < ExitsToTrust ? Trust.Low : Trust.Normal;
        return new Estimate(
            WholeSeconds(waited + (point * Math.Exp(waitClass.EstimateLog[bucket]))),
            WholeSeconds(waited + (point * Math.Exp(waitClass.PromiseLog[bucket]))),
            trust,
            ahead);
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
        foreach (var waitClass in state.WaitClassList)
        {
            if (waitClass.Pool.Eligible.Has(agent.Slot))
            {
                CountExposure(state, waitClass);
                Start(state, waitClass);
                waitClass.Units += (counts ? 1 : -1) * UnitsOf(agent, waitClass);
            }
        }
    }

    /// <summary>Tickets of the class that an agent of its pool can have at once: none when his session does not take the channel.</summary>
    public static int UnitsOf(Agent agent, WaitClass waitClass) =>
        agent.TakesChannel(waitClass.Channel) ? agent.Capacities[waitClass.Channel.Index].Max : 0;

    /// <summary>The prior, taken as soon as somebody could serve the class: the handle time shared among all the classes they serve.</summary>
    private static void Start(WorkspaceState state, WaitClass waitClass)
    {
        if (IsStarted(waitClass) || waitClass.Pool.Eligible.Count == 0)
        {
            return;
        }

        var share = Share(state, waitClass);
        waitClass.Exits = PriorExits;
        waitClass.Exposure = PriorExits * waitClass.Channel.Policy.HandleSeconds / 60.0 / share;
        for (var bucket = 0; bucket < WaitClass.Buckets; bucket++)
        {
            waitClass.PromiseLog[bucket] = Math.Log(PriorPromise[bucket]);
            waitClass.EstimateLog[bucket] = Math.Log(PriorEstimate[bucket]);
        }
    }

    /// <summary>Mean of 1 / (classes that he serves) over the eligible agents.</summary>
    private static double Share(WorkspaceState state, WaitClass waitClass)
    {
        // Slots are dealt anew at every load and a sum of doubles depends on its order: agents alike are counted first.
        var agentsByClasses = new SortedDictionary<int, int>();
        foreach (var slot in SlotSet.And(waitClass.Pool.Eligible, waitClass.Pool.Eligible))
        {
            var classes = Math.Max(1, state.AgentSlots[slot]!.WaitClasses);
            agentsByClasses[classes] = agentsByClasses.GetValueOrDefault(classes) + 1;
        }

        return agentsByClasses.Sum(a => (double)a.Value / a.Key) / waitClass.Pool.Eligible.Count;
    }

    private static double ExposureNow(WorkspaceState state, WaitClass waitClass) =>
        waitClass.Waiting.Count > 0 && IsStarted(waitClass)
            ? waitClass.Exposure + ((state.Now - waitClass.CountedUntil) / MsPerMinute * waitClass.Units)
            : waitClass.Exposure;

    private static bool IsStarted(WaitClass waitClass) => waitClass.Exits > 0;

    private static void Learn(WaitClass waitClass, Ticket ticket, double waitedSeconds)
    {
        // Who left before the promised time is censored: nobody knows whether the promise would have been kept.
        var isAssigned = ticket.State == TicketState.Assigned;
        var gain = LearningRate * Math.Min(1, 4.0 / (ticket.Told.Ahead + 1));
        var bucket = Bucket(ticket.Told.Ahead);
        if (isAssigned || waitedSeconds > ticket.Told.PromiseSeconds)
        {
            Move(waitClass.PromiseLog, bucket, gain * ((waitedSeconds > ticket.Told.PromiseSeconds ? 1 : 0) - 0.10));
        }

        if (isAssigned || waitedSeconds > ticket.Told.MedianSeconds)
        {
            Move(waitClass.EstimateLog, bucket, gain * ((waitedSeconds > ticket.Told.MedianSeconds ? 1 : 0) - 0.50));
        }
    }

    private static void Move(double[] logs, int bucket, double by) =>
        logs[bucket] = Math.Clamp(logs[bucket] + by, LowestLog, HighestLog);

    private static int Bucket(int ahead) =>
        ahead == 0 ? 0 : Math.Min(WaitClass.Buckets - 1, BitOperations.Log2((uint)ahead) + 1);

    private static int WholeSeconds(double seconds) => (int)Math.Min(int.MaxValue, Math.Ceiling(seconds));
}
