using Router.Engine.Collections;

namespace Router.Engine.Tests.Collections;

/// <summary>The list does what a sorted set does, whatever is added and removed in whatever order.</summary>
public sealed class OrderedListTests
{
    private const int Steps = 40_000;

    /// <summary>How new keys are drawn: at random, ever greater as due times are, ever smaller, or among a few that come and go.</summary>
    public enum Draw
    {
        Any,
        Rising,
        Falling,
        Few,
    }

    public static TheoryData<Draw, int, int> Plays()
    {
        var plays = new TheoryData<Draw, int, int>();
        foreach (var draw in Enum.GetValues<Draw>())
        {
            // Adds in a hundred steps: the list shrinks to nothing again and again, hovers, or grows.
            plays.Add(draw, 40, 11);
            plays.Add(draw, 50, 12);
            plays.Add(draw, 75, 13);
        }

        return plays;
    }

    [Theory]
    [MemberData(nameof(Plays))]
    public void List_DoesAsASortedSet(Draw draw, int adds, int seed)
    {
        var random = new Random(seed);
        var list = new OrderedList<long, object>();
        var model = new SortedSet<long>();
        var items = new Dictionary<long, object>();
        for (var step = 0; step < Steps; step++)
        {
            var key = Key(draw, random, step);
            if (random.Next(100) < adds)
            {
                if (model.Add(key))
                {
                    items[key] = new object();
                    list.Add(key, items[key]);
                }
            }
            else
            {
                key = Present(draw, random, model) ?? key;
                Assert.Equal(model.Remove(key), list.Remove(key));
            }

            Assert.Equal(model.Count, list.Count);
            if (model.Count > 0)
            {
                Assert.Equal(model.Min, list.FirstKey);
                Assert.Same(items[model.Min], list.First);
            }

            if (step % 1_000 == 0)
            {
                AssertSame(model, items, list, random);
            }
        }

        AssertSame(model, items, list, random);
    }

    [Fact]
    public void EmptiedList_IsFilledAgain()
    {
        var list = new OrderedList<long, object>();
        foreach (var round in Enumerable.Range(0, 3))
        {
            for (var key = 0; key < 2_000; key++)
            {
                list.Add(key, key);
            }

            for (var key = 1_999; key >= 0; key--)
            {
                Assert.True(list.Remove(key), $"{key} was not there in round {round}.");
            }

            Assert.Equal((0, 0), (list.Count, list.Rank(5)));
            Assert.False(list.GetEnumerator().MoveNext());
        }
    }

    private static long Key(Draw draw, Random random, int step) => draw switch
    {
        Draw.Rising => (step * 3L) + random.Next(2),
        Draw.Falling => (-step * 3L) + random.Next(2),
        Draw.Few => random.Next(300),
        _ => random.NextInt64(1_000_000),
    };

    /// <summary>A key that is there: the first most of the time, as agents take what is due first; a few times one that may not be.</summary>
    private static long? Present(Draw draw, Random random, SortedSet<long> model)
    {
        if (model.Count == 0 || draw == Draw.Few || random.Next(20) == 0)
        {
            return null;
        }

        return random.Next(3) > 0 ? model.Min : model.GetViewBetween(random.NextInt64(model.Min, model.Max + 1), long.MaxValue).Min;
    }

    private static void AssertSame(SortedSet<long> model, Dictionary<long, object> items, OrderedList<long, object> list, Random random)
    {
        var listed = new List<object>();
        foreach (var item in list)
        {
            listed.Add(item);
        }

        Assert.Equal(model.Select(k => items[k]), listed);
        var keys = model.ToList();
        for (var i = 0; i < 100 && keys.Count > 0; i++)
        {
            var key = random.NextInt64(keys[0] - 2, keys[^1] + 3);
            Assert.Equal(keys.Count(k => k < key), list.Rank(key));
            Assert.Equal(keys.Where(k => k >= key).Take(3).Select(k => items[k]), FirstFrom(list, key));
            var at = random.Next(keys.Count);
            Assert.Equal(at, list.Rank(keys[at]));
        }
    }

    private static List<object> FirstFrom(OrderedList<long, object> list, long key)
    {
        var first = new List<object>();
        foreach (var item in list.From(key))
        {
            first.Add(item);
            if (first.Count == 3)
            {
                break;
            }
        }

        return first;
    }
}
