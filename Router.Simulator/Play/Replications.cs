using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Router.Simulator.Play;

/// <summary>Independent runs of a simulation, side by side on all cores.</summary>
internal static class Replications
{
    /// <summary>Runs them.</summary>
    /// <param name="count">How many.</param>
    /// <param name="run">One of them, by its number from 0; all that it uses is its own.</param>
    /// <returns>What each gave, in the order of their numbers, whichever was done first.</returns>
    public static IReadOnlyList<T> Run<T>(int count, Func<int, T> run)
    {
        var results = new T[count];
        // Without buffering: runs take seconds, and none is to wait behind another on a core while a core is free.
        var numbers = Partitioner.Create(
            Enumerable.Range(0, count), EnumerablePartitionerOptions.NoBuffering);
        try
        {
            Parallel.ForEach(numbers, number => results[number] = run(number));
        }
        catch (AggregateException failed)
        {
            ExceptionDispatchInfo.Throw(failed.InnerExceptions[0]);
        }

        return results;
    }
}
