using Router.Engine.Agents;
using Router.Engine.Collections;

namespace Router.Engine.State;

/// <summary>Slots of agents by the queues that their profiles name, so that a new lane is judged by those alone who might serve it.</summary>
internal sealed class AgentsByQueue
{
    private readonly Dictionary<string, SlotSet> _named = new(StringComparer.Ordinal);
    private readonly SlotSet _unlimited = new();

    /// <summary>Notes or forgets an agent's queues.</summary>
    public void Set(int slot, AgentProfile profile, bool present)
    {
        if (profile.Queues.Count == 0)
        {
            _unlimited.Set(slot, present);
        }

        foreach (var queue in profile.Queues)
        {
            if (!_named.TryGetValue(queue, out var slots))
            {
                _named.Add(queue, slots = new SlotSet());
            }

            slots.Set(slot, present);
            if (slots.Count == 0)
            {
                _named.Remove(queue);
            }
        }
    }

    /// <summary>How many there are whose profiles name the queue, or none.</summary>
    public int Count(string queue) => (_named.GetValueOrDefault(queue)?.Count ?? 0) + _unlimited.Count;

    /// <summary>How many of them are in a set.</summary>
    public int CountIn(SlotSet set, string queue) =>
        (_named.TryGetValue(queue, out var slots) ? SlotSet.CountOfBoth(slots, set) : 0) + SlotSet.CountOfBoth(_unlimited, set);

    /// <summary>Those whose profiles name the queue, and those whose profiles name none.</summary>
    public IEnumerable<int> Of(string queue) =>
        _named.TryGetValue(queue, out var slots) ? slots.All().Concat(_unlimited.All()) : _unlimited.All();
}
