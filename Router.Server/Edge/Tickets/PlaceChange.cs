using Router.Engine.Queries;
using Router.Engine.Tickets;
using Router.Server.Edge.Spoken;

namespace Router.Server.Edge.Tickets;

/// <summary>Whether a customer who waits is told anew where he stands.</summary>
internal static class PlaceChange
{
    /// <summary>A wait that differs by less than this, seconds, is the same.</summary>
    private const int LeastSeconds = 10;

    /// <summary>And by less than this share of what was told.</summary>
    private const double LeastShare = 0.1;

    /// <summary>
    /// Whether it matters: another position or state of the queue, a wait that begins or ceases to be known, one that differs by a tenth and ten
    /// seconds, or what is left of it in words.
    /// </summary>
    /// <param name="told">What was told last, or null when nothing was.</param>
    /// <param name="now">As it is now, or null when it does not wait.</param>
    public static bool Matters(WaitingPlace? told, WaitingPlace? now)
    {
        if (told is null || now is null)
        {
            return told != now;
        }

        var (before, after) = (told.Estimate, now.Estimate);
        return told.Position != now.Position
            || told.OpensAt != now.OpensAt
            || told.Hearer != now.Hearer
            || before.Trust != after.Trust
            || Differ(before.MedianSeconds, after.MedianSeconds)
            || Differ(before.PromiseSeconds, after.PromiseSeconds)
            || (after.Trust != Trust.Unknown && RoundedWait.MinutesLeft(told) != RoundedWait.MinutesLeft(now));
    }

    private static bool Differ(int before, int after) => Math.Abs(after - before) >= Math.Max(LeastSeconds, LeastShare * before);
}
