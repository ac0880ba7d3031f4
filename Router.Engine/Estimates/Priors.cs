using Router.Engine.Collections;
using Router.Engine.State;

namespace Router.Engine.Estimates;

/// <summary>What is told of a class before anything was measured.</summary>
internal static class Priors
{
    /// <summary>Exits assumed before the first real one.</summary>
    private const double Exits = 10;

    /// <summary>Quantiles of Gamma(n+1)/(n+1) at .9 and .5 for the smallest n of each bucket: what a drain at a steady rate gives.</summary>
    private static readonly double[] Promise = [2.302585, 1.944860, 1.774107, 1.598718, 1.443857, 1.320681, 1.228568];
    private static readonly double[] Estimate = [0.693147, 0.839173, 0.891353, 0.934182, 0.963217, 0.980462, 0.989917];

    public static bool AreTaken(WaitClass waitClass) => waitClass.Exits > 0;

    /// <summary>Taken as soon as somebody could serve the class: the handle time shared among all the classes they serve.</summary>
    public static void Take(WorkspaceState state, WaitClass waitClass)
    {
        if (AreTaken(waitClass) || waitClass.Pool.Eligible.Count == 0)
        {
            return;
        }

        waitClass.Exits = Exits;
        waitClass.Exposure = Exits * waitClass.Channel.Policy.HandleSeconds / 60.0 / Share(state, waitClass);
        waitClass.OwnLogs();
        for (var bucket = 0; bucket < WaitClass.Buckets; bucket++)
        {
            waitClass.PromiseLog[bucket] = Math.Log(Promise[bucket]);
            waitClass.EstimateLog[bucket] = Math.Log(Estimate[bucket]);
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
}
