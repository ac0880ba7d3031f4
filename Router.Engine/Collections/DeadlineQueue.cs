namespace Router.Engine.Collections;

/// <summary>
/// A heap by time in which every member's place is known, so that a deadline can be moved. With many members the cost is the memory that is looked
/// at: times stand in the heap itself, places in an array of their own and not in the members, and each parent has four children.
/// </summary>
internal sealed class DeadlineQueue
{
    public const long None = long.MaxValue;

    private const int Children = 4;

    private readonly Stack<int> _freeSlots = [];
    private Entry[] _heap = new Entry[64];
    private Member[] _members = new Member[64];
    private int[] _places = new int[64];
    private int _count;

    public long NextAt => _count == 0 ? None : _heap[0].At;

    public Deadlined Next => _members[_heap[0].Slot].Item;

    /// <summary>Sets, moves or (with <see cref="None"/>) removes a member's deadline.</summary>
    public void Set(Deadlined member, long at)
    {
        if (at == member.DeadlineAt)
        {
            return;
        }

        member.DeadlineAt = at;
        var slot = member.DeadlineSlot;
        if (at == None)
        {
            Remove(member, slot);
        }
        else if (slot < 0)
        {
            slot = TakeSlot(member);
            Rise(_count++, new Entry(at, member.DeadlineOrder, slot));
        }
        else
        {
            Place(_places[slot], new Entry(at, member.DeadlineOrder, slot));
        }
    }

    // As many slots as members were ever here at once.
    private int TakeSlot(Deadlined member)
    {
        if (_count == _heap.Length)
        {
            Array.Resize(ref _heap, _count * 2);
            Array.Resize(ref _members, _count * 2);
            Array.Resize(ref _places, _count * 2);
        }

        var slot = _freeSlots.TryPop(out var free) ? free : _count;
        _members[slot] = new(member);
        member.DeadlineSlot = slot;
        return slot;
    }

    private void Remove(Deadlined member, int slot)
    {
        member.DeadlineSlot = -1;
        _members[slot] = default;
        _freeSlots.Push(slot);
        var at = _places[slot];
        var last = _heap[--_count];
        if (at < _count)
        {
            Place(at, last);
        }
    }

    // The entry belongs above or below this place, whose own is gone.
    private void Place(int at, Entry entry)
    {
        if (at > 0 && entry.IsBefore(_heap[Parent(at)]))
        {
            Rise(at, entry);
        }
        else
        {
            Sink(at, entry);
        }
    }

    private void Rise(int at, Entry entry)
    {
        while (at > 0 && entry.IsBefore(_heap[Parent(at)]))
        {
            Put(at, _heap[Parent(at)]);
            at = Parent(at);
        }

        Put(at, entry);
    }

    private void Sink(int at, Entry entry)
    {
        while ((at * Children) + 1 < _count)
        {
            var first = (at * Children) + 1;
            var child = first;
            for (var other = first + 1; other < Math.Min(first + Children, _count); other++)
            {
                child = _heap[other].IsBefore(_heap[child]) ? other : child;
            }

            if (!_heap[child].IsBefore(entry))
            {
                break;
            }

            Put(at, _heap[child]);
            at = child;
        }

        Put(at, entry);
    }

    private void Put(int at, Entry entry)
    {
        _heap[at] = entry;
        _places[entry.Slot] = at;
    }

    private static int Parent(int at) => (at - 1) / Children;

    // Storing into an array of a class that others derive from costs a check of the type, storing into one of structures does not.
    private readonly record struct Member(Deadlined Item);

    private readonly record struct Entry(long At, long Order, int Slot)
    {
        public bool IsBefore(in Entry other) => At != other.At ? At < other.At : Order < other.Order;
    }
}
