namespace Router.Engine.Collections;

/// <summary>A binary heap by time in which every member knows its place, so that a deadline can be moved.</summary>
internal sealed class DeadlineQueue
{
    public const long None = long.MaxValue;

    private IDeadlined[] _heap = new IDeadlined[64];
    private int _count;

    public long NextAt => _count == 0 ? None : _heap[0].DeadlineAt;

    public IDeadlined Next => _heap[0];

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
        }
        else if (member.HeapIndex < 0)
        {
            if (_count == _heap.Length)
            {
                Array.Resize(ref _heap, _count * 2);
            }

            _heap[_count] = member;
            Rise(_count++);
        }
        else
        {
            Sink(Rise(member.HeapIndex));
        }
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
        _heap[_count] = null!;
        if (at < _count)
        {
            _heap[at] = last;
            last.HeapIndex = at;
            Sink(Rise(at));
        }
    }

    private int Rise(int at)
    {
        var member = _heap[at];
        while (at > 0)
        {
            var parent = (at - 1) >> 1;
            if (!Before(member, _heap[parent]))
            {
                break;
            }

            _heap[at] = _heap[parent];
            _heap[at].HeapIndex = at;
            at = parent;
        }

        _heap[at] = member;
        member.HeapIndex = at;
        return at;
    }

    private void Sink(int at)
    {
        var member = _heap[at];
        while (true)
        {
            var child = (at << 1) + 1;
            if (child >= _count)
            {
                break;
            }

            if (child + 1 < _count && Before(_heap[child + 1], _heap[child]))
            {
                child++;
            }

            if (!Before(_heap[child], member))
            {
                break;
            }

            _heap[at] = _heap[child];
            _heap[at].HeapIndex = at;
            at = child;
        }

        _heap[at] = member;
        member.HeapIndex = at;
    }

    private static bool Before(IDeadlined left, IDeadlined right) =>
        left.DeadlineAt != right.DeadlineAt
            ? left.DeadlineAt < right.DeadlineAt
            : left.DeadlineOrder < right.DeadlineOrder;
}
