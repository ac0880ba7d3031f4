using Router.Engine.Collections;

namespace Router.Engine.Tests.Collections;

/// <summary>The queue gives the earliest deadline, of equal ones that of the lowest order, however they are moved.</summary>
public sealed class DeadlineQueueTests
{
    private const int Steps = 40_000;

    [Theory]
    [InlineData(10, 5, 1)]
    [InlineData(500, 1_000_000, 2)]
    [InlineData(500, 20, 3)]
    public void Queue_DoesAsASortedList(int members, int times, int seed)
    {
        var random = new Random(seed);
        var queue = new DeadlineQueue();
        var all = Enumerable.Range(0, members).Select(i => new Member(i)).ToList();
        var model = new SortedSet<(long At, long Order)>();
        for (var step = 0; step < Steps; step++)
        {
            var member = all[random.Next(members)];
            var at = random.Next(3) == 0 ? DeadlineQueue.None : random.Next(times);
            model.Remove((member.DeadlineAt, member.DeadlineOrder));
            queue.Set(member, at);
            Assert.Equal(at, member.DeadlineAt);
            if (at != DeadlineQueue.None)
            {
                model.Add((at, member.DeadlineOrder));
            }

            AssertNext(model, queue);
        }

        // Run down as time runs: each is taken when it is the next.
        while (model.Count > 0)
        {
            model.Remove(model.Min);
            queue.Set(queue.Next, DeadlineQueue.None);
            AssertNext(model, queue);
        }

        Assert.All(all, m => Assert.Equal((DeadlineQueue.None, -1), (m.DeadlineAt, m.DeadlineSlot)));
    }

    private static void AssertNext(SortedSet<(long At, long Order)> model, DeadlineQueue queue)
    {
        if (model.Count == 0)
        {
            Assert.Equal(DeadlineQueue.None, queue.NextAt);
            return;
        }

        Assert.Equal(model.Min, (queue.NextAt, queue.Next.DeadlineOrder));
    }

    private sealed class Member(long order) : Deadlined
    {
        public override long DeadlineOrder => order;
    }
}
