using System.Numerics;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Estimates;

/// <summary>
/// Learns from every ticket whose fate is known (adaptive conformal inference: Gibbs and Candès, 2021), and weighs the two guesses of the rest
/// of a wait by how well each has done.
/// </summary>
internal static class Calibration
{
    private const double PromiseRate = 0.05;

    /// <summary>Slower than the promise's: the median wanders less, and its squared error was 15 % smaller in the six settings of <c>./simulate estimates</c>.</summary>
    private const double EstimateRate = 0.01;

    private const double ErrorRate = 0.01;

    /// <summary>No guess is taken for certain.</summary>
    private const double LeastError = 0.01;

    private const double LowestLog = -1.2;
    private const double HighestLog = 2.2;

    /// <summary>The share of promises that may be broken, and of waits that are longer than the median.</summary>
    private const double Broken = 0.10;
    private const double Longer = 0.50;

    public static int Bucket(int ahead) =>
        ahead == 0 ? 0 : Math.Min(WaitClass.Buckets - 1, BitOperations.Log2((uint)ahead) + 1);

    /// <summary>
    /// The rest of the wait: by drain rate and by the longest waiting ticket, weighed by 1 / (mean relative error)². With nobody ahead the
    /// longest waiting one tells nothing.
    /// </summary>
    public static double Blend(WaitClass waitClass, int ahead, double drain, double oldest)
    {
        if (ahead == 0)
        {
            return drain;
        }

        var (byDrain, byOldest) = (1 / (waitClass.DrainError * waitClass.DrainError), 1 / (waitClass.OldestError * waitClass.OldestError));
        return ((byDrain * drain) + (byOldest * oldest)) / (byDrain + byOldest);
    }

    /// <summary>A ticket left its queue, or has waited as long as it was promised.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="waitedMs">How long it has waited.</param>
    /// <param name="isAssigned">An agent has it. Who left before the promised time is censored: nobody knows whether it would have been kept.</param>
    /// <param name="isFirst">Nothing was learnt of it yet; a second time only the errors of the two guesses are.</param>
    public static void Learn(Ticket ticket, long waitedMs, bool isAssigned, bool isFirst)
    {
        var (waitClass, told) = (ticket.WaitClass, ticket.Told);
        if (told.Trust == Trust.Unknown || told.Ahead < 0 || ticket.PromiseUntil != Promises.Until(ticket.EnteredAt, told))
        {
            return;
        }

        if (isFirst)
        {
            var gain = Math.Min(1, 4.0 / (told.Ahead + 1));
            var bucket = Bucket(told.Ahead);
            waitClass.OwnLogs();
            Move(waitClass.PromiseLog, bucket, PromiseRate * gain, isAssigned, waitedMs > told.PromiseSeconds * 1_000L, Broken);
            Move(waitClass.EstimateLog, bucket, EstimateRate * gain, isAssigned, waitedMs > told.MedianSeconds * 1_000L, Longer);
        }

        if (isAssigned && told.Ahead > 0)
        {
            waitClass.DrainError = Mean(waitClass.DrainError, told.DrainMs, waitedMs);
            waitClass.OldestError = Mean(waitClass.OldestError, told.OldestMs, waitedMs);
        }
    }

    private static void Move(double[] logs, int bucket, double gain, bool isAssigned, bool isLonger, double target)
    {
        if (isAssigned || isLonger)
        {
            logs[bucket] = Math.Clamp(logs[bucket] + (gain * ((isLonger ? 1 : 0) - target)), LowestLog, HighestLog);
        }
    }

    // Relative to the mean of the two, 0 to 2: else a short wait would weigh without bound.
    private static double Mean(double error, int guessedMs, long waitedMs)
    {
        var latest = guessedMs == waitedMs ? 0 : 2.0 * Math.Abs(guessedMs - waitedMs) / (guessedMs + waitedMs);
        return Math.Max(LeastError, error + (ErrorRate * (latest - error)));
    }
}
