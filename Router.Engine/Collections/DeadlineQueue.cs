namespace Router.Engine.Collections;

/// <summary>
/// A heap by time in which every member knows its place, so that a deadline can be moved. Times stand in the heap itself and each parent has
/// four children: with many members the cost is the memory that is looked at.
/// </summary>
internal sealed class DeadlineQueue
{
    public const long None = long.MaxValue;

    private const int Children = 4;

    private Entry[] _heap = new Entry[64];
    private int _count;

    public long NextAt => _count == 0 ? None : _heap[0].At;

    public IDeadlined Next => _heap[0].Member;

    /// <summary>Sets, moves or (with <see cref="None"/>) removes a member's deadline.</summary>
    public void Set(IDeadlined member, long at)
    {
        if (at == member.DeadlineAt && (at == None) == (member.HeapIndex < 0))
        {
            return;
        }

        member.DeadlineAt = at;
        if (at == None)
        {
            Remove(member);
            return;
        }

        var entry = new Entry(at, member.DeadlineOrder, member);
        if (member.HeapIndex >= 0)
        {
            Place(member.HeapIndex, entry);
            return;
        }

        if (_count == _heap.Length)
        {
            Array.Resize(ref _heap, _count * 2);
        }

        Rise(_count++, entry);
    }

    private void Remove(IDeadlined member)
    {
        var at = member.HeapIndex;
        if (at < 0)
        {
            return;
        }

        member.HeapIndex = -1;
        var last = _heap[--_count];
        _heap[_count] = default;
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
        entry.Member.HeapIndex = at;
    }

    private static int Parent(int at) => (at - 1) / Children;

    private readonly record struct Entry(long At, long Order, IDeadlined Member)
    {
        public bool IsBefore(in Entry other) => At != other.At ? At < other.At : Order < other.Order;
    }
}
