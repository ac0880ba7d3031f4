using Router.Engine.Policies;

namespace Router.Engine.Properties.Drawing;

/// <summary>Hours and limits drawn from a seed: openings of some minutes, limits of some tickets, and overflow to queues that come later by name.</summary>
internal static class RandomAdmission
{
    /// <summary>The time of day, UTC, at which plays begin.</summary>
    private const int BeginMinute = 8 * 60;

    public static List<QueuePolicy> Add(Random random, List<QueuePolicy> queues) => [.. queues.Select(q => Add(random, q, queues))];

    private static QueuePolicy Add(Random random, QueuePolicy queue, List<QueuePolicy> queues)
    {
        var later = queues.FindAll(q => string.CompareOrdinal(q.Name, queue.Name) > 0);
        var takesAll = later.FindAll(q => queue.Channels.All(c => q.Channel(c.Channel) is not null));
        return queue with
        {
            TimeToLiveSeconds = random.Next(5) == 0 ? random.Next(1, 120) : 0,
            Hours = random.Next(4) == 0 ? Hours(random, takesAll) : null,
            Channels =
            [
                .. queue.Channels.Select(c => c with
                {
                    Limits = random.Next(5) == 0 ? Limits(random, later.FindAll(q => q.Channel(c.Channel) is not null)) : null,
                    Reserve = random.Next(8) == 0 ? random.Next(1, 3) : 0,
                }),
            ],
        };
    }

    private static OpeningHours Hours(Random random, List<QueuePolicy> others)
    {
        var offset = random.Next(-2, 3) * 30;
        var opens = BeginMinute + offset + random.Next(-10, 20);
        var closes = opens + random.Next(1, 20);
        List<WeeklyOpening> week =
        [
            .. Enumerable.Range(1, 7).SelectMany(d => new WeeklyOpening[] { new(d, opens, closes), new(d, closes + 5, closes + 5 + random.Next(1, 600)) })
                .Where(_ => random.Next(6) > 0),
        ];
        var rule = random.Next(3) == 0 ? Refusal(opens) : others.Count > 0 && random.Next(2) == 0 ? To(random, others) : OverflowRule.WaitForOpening;
        return new OpeningHours
        {
            TimeZone = "drawn",
            Zone = [new(0, offset), new(1_800_000_000_000 + (random.Next(40) * 60_000L), offset + (random.Next(-2, 3) * 30))],
            Week = week,
            Days = random.Next(4) == 0 ? [new(new DateOnly(2027, 1, 15).DayNumber, 0, random.Next(2) * 600)] : [],
            WhenClosed = rule,
        };
    }

    private static QueueLimits Limits(Random random, List<QueuePolicy> others)
    {
        var waiting = random.Next(2) == 0 ? random.Next(1, 5) : 0;
        return new(
            waiting,
            random.Next(3) == 0 ? random.Next(1, 90) : 0,
            random.Next(3) == 0 ? random.Next(1, 900) : 0,
            others.Count > 0 && random.Next(2) == 0 ? To(random, others) : Refusal(waiting));
    }

    private static OverflowRule Refusal(int number) => number % 2 == 0 ? OverflowRule.Refusal : OverflowRule.OfferCallBack;

    private static OverflowRule To(Random random, List<QueuePolicy> others) => new(OverflowKind.Queue, others[random.Next(others.Count)].Name);
}
