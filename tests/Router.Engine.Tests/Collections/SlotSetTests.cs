using Router.Engine.Collections;

namespace Router.Engine.Tests.Collections;

/// <summary>The set does what a hash set of numbers does.</summary>
public sealed class SlotSetTests
{
    private const int Steps = 30_000;

    [Theory]
    [InlineData(60, 1)]
    [InlineData(300, 2)]
    [InlineData(5_000, 3)]
    public void Set_DoesAsAHashSet(int slots, int seed)
    {
        var random = new Random(seed);
        var (left, right) = (new SlotSet(), new SlotSet());
        var (leftModel, rightModel) = (new HashSet<int>(), new HashSet<int>());
        for (var step = 0; step < Steps; step++)
        {
            var isLeft = random.Next(2) == 0;
            var (set, model) = isLeft ? (left, leftModel) : (right, rightModel);

            // The right set keeps to the lower slots, so that the two are not equally long.
            var slot = random.Next(isLeft ? slots : Math.Max(1, slots / 3));
            var present = random.Next(2) == 0;
            Assert.Equal(present ? model.Add(slot) : model.Remove(slot), set.Set(slot, present));
            Assert.Equal(model.Count, set.Count);
            slot = random.Next(2 * slots);
            Assert.Equal(model.Contains(slot), set.Has(slot));
            if (step % 500 == 0)
            {
                Assert.Equal(leftModel.Intersect(rightModel).Order(), Both(left, right));
                Assert.Equal(leftModel.Order(), Both(left, left));
            }
        }
    }

    [Fact]
    public void Set_OfASlotPastTheEnd_ThatIsNotThere_ChangesNothing()
    {
        var set = new SlotSet();

        Assert.False(set.Set(1_000_000, present: false));
        Assert.False(set.Has(1_000_000));
        Assert.Equal(0, set.Count);
    }

    [Fact]
    public void And_OfSetsThatShareNothing_IsEmpty()
    {
        var (left, right) = (new SlotSet(), new SlotSet());
        left.Set(5, true);
        left.Set(700, true);
        right.Set(6, true);

        Assert.Empty(Both(left, right));
    }

    private static List<int> Both(SlotSet left, SlotSet right)
    {
        var both = new List<int>();
        foreach (var slot in SlotSet.And(left, right))
        {
            both.Add(slot);
        }

        return both;
    }
}
