using System.Threading.Channels;

namespace Router.Server.Workspaces.Intake;

/// <summary>
/// What waits for the loop: urgent work first, then submits, each in the order of arrival. Any thread adds; only the loop takes.
/// </summary>
internal sealed class Inbox(TimeProvider real)
{
    // Null is the bell: it wakes the loop and asks for nothing.
    private readonly Channel<PendingWork?> _arriving = Channel.CreateUnbounded<PendingWork?>(new() { SingleReader = true });

    private Queue<PendingWork> _urgent = [];
    private Queue<PendingWork> _submits = [];

    /// <summary>Whether anything received waits to be taken.</summary>
    public bool IsEmpty => _urgent.Count + _submits.Count == 0;

    /// <summary>Adds work; false when the inbox is closed.</summary>
    public bool TryAdd(PendingWork work) => _arriving.Writer.TryWrite(work);

    /// <summary>Wakes the loop.</summary>
    public void Ring() => _arriving.Writer.TryWrite(null);

    /// <summary>Takes nothing more.</summary>
    public void Close() => _arriving.Writer.TryComplete();

    /// <summary>Waits for work or the bell. False when the inbox is closed and all that came in was received.</summary>
    public ValueTask<bool> WaitAsync() => _arriving.Reader.WaitToReadAsync();

    /// <summary>Receives what has arrived.</summary>
    public void Receive()
    {
        while (_arriving.Reader.TryRead(out var work))
        {
            if (work is not null)
            {
                (work.IsUrgent ? _urgent : _submits).Enqueue(work);
            }
        }
    }

    /// <summary>What is next, or null.</summary>
    public PendingWork? Peek() => _urgent.TryPeek(out var work) || _submits.TryPeek(out work) ? work : null;

    /// <summary>Takes what <see cref="Peek"/> has shown.</summary>
    public void Take()
    {
        if (!_urgent.TryDequeue(out _))
        {
            _submits.Dequeue();
        }
    }

    /// <summary>Puts back what was taken, before all else.</summary>
    public void Return(IReadOnlyList<PendingWork> taken)
    {
        _urgent = new(taken.Where(w => w.IsUrgent).Concat(_urgent));
        _submits = new(taken.Where(w => !w.IsUrgent).Concat(_submits));
    }

    /// <summary>Ends the calls of those who have waited long enough for a store that does not answer. Nothing of them was begun.</summary>
    public void RefuseTheImpatient()
    {
        Receive();
        RefuseTheImpatient(_urgent);
        RefuseTheImpatient(_submits);
    }

    /// <summary>Ends all calls.</summary>
    public void RefuseAll(Func<Exception> error)
    {
        Receive();
        foreach (var work in _urgent.Concat(_submits))
        {
            work.Fail(error());
        }

        _urgent.Clear();
        _submits.Clear();
    }

    private void RefuseTheImpatient(Queue<PendingWork> queue)
    {
        for (var left = queue.Count; left > 0; left--)
        {
            var work = queue.Dequeue();
            if (real.GetElapsedTime(work.WaitsSince) >= work.Patience)
            {
                work.Fail(WorkspaceUnavailableException.StoreUnavailable());
            }
            else
            {
                queue.Enqueue(work);
            }
        }
    }
}
