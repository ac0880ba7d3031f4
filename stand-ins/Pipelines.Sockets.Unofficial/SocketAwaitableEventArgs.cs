using System.IO.Pipelines;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Pipelines.Sockets.Unofficial;

/// <summary>One socket operation that can be awaited, and given up from outside.</summary>
/// <param name="ioScheduler">Where the awaiting code goes on; null means right where the operation ended.</param>
public sealed class SocketAwaitableEventArgs(PipeScheduler? ioScheduler = null) : SocketAsyncEventArgs, ICriticalNotifyCompletion
{
    private static readonly Action Done = static () => { };

    private SocketError _abortedBy;
    private Action? _continuation;

    /// <summary>Whether the operation has ended, was completed or given up.</summary>
    public bool IsCompleted => ReferenceEquals(Volatile.Read(ref _continuation), Done);

    /// <summary>This object is its own awaiter.</summary>
    /// <returns>Itself.</returns>
    public SocketAwaitableEventArgs GetAwaiter() => this;

    /// <summary>The operation's result.</summary>
    /// <returns>How many bytes it moved.</returns>
    /// <exception cref="SocketException">It failed or was given up.</exception>
    public int GetResult()
    {
        var error = _abortedBy != SocketError.Success ? _abortedBy : SocketError;
        return error == SocketError.Success ? BytesTransferred : throw new SocketException((int)error);
    }

    /// <summary>Says that the operation ended at once, so that no event will come.</summary>
    public void Complete() => OnCompleted(this);

    /// <summary>Gives the operation up: who awaits it goes on with this error. Its own end, later, changes nothing.</summary>
    /// <param name="error">The error to see; not success.</param>
    public void Abort(SocketError error = SocketError.OperationAborted)
    {
        if (error == SocketError.Success)
        {
            throw new ArgumentException("An operation is not given up by success.", nameof(error));
        }

        if (!IsCompleted)
        {
            _abortedBy = error;
        }

        OnCompleted(this);
    }

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation)
    {
        if (ReferenceEquals(Interlocked.CompareExchange(ref _continuation, continuation, null), Done))
        {
            GoOn(continuation);
        }
    }

    /// <inheritdoc/>
    protected override void OnCompleted(SocketAsyncEventArgs e)
    {
        var continuation = Interlocked.Exchange(ref _continuation, Done);
        if (continuation is not null && !ReferenceEquals(continuation, Done))
        {
            GoOn(continuation);
        }
    }

    private void GoOn(Action continuation)
    {
        if (ioScheduler is null)
        {
            continuation();
        }
        else
        {
            ioScheduler.Schedule(static state => ((Action)state!)(), continuation);
        }
    }
}
