namespace Router.Engine.Collections;

/// <summary>Slots by rank: one set for each rank that was ever there, the highest rank first.</summary>
internal sealed class SlotTiers
{
    private readonly SortedList<int, SlotSet> _tiers = [];

    public int Count => _tiers.Count;

    /// <summary>The set of the highest rank is number 0.</summary>
    public SlotSet this[int number] => _tiers.GetValueAtIndex(number);

    /// <summary>The slot stands in the set of this rank and in no other.</summary>
    public void Put(int slot, int rank)
    {
        Remove(slot);
        if (!_tiers.TryGetValue(-rank, out var tier))
        {
            _tiers.Add(-rank, tier = new SlotSet());
        }

        tier.Set(slot, true);
    }

    public void Remove(int slot)
    {
        for (var i = 0; i < _tiers.Count; i++)
        {
            this[i].Set(slot, false);
        }
    }
}
