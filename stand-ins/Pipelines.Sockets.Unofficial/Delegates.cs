namespace Pipelines.Sockets.Unofficial;

/// <summary>Looks into the handlers of an event without making an array of them.</summary>
public static class Delegates
{
    /// <summary>Whether one handler is all there is.</summary>
    /// <param name="handler">An event's handlers.</param>
    /// <returns>True for exactly one.</returns>
    public static bool IsSingle(this MulticastDelegate handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return handler.HasSingleTarget;
    }

    /// <summary>Walks the handlers of an event.</summary>
    /// <typeparam name="T">The handlers' type.</typeparam>
    /// <param name="handler">The handlers; null has none.</param>
    /// <returns>Each handler in order.</returns>
    public static DelegateEnumerable<T> AsEnumerable<T>(this T? handler)
        where T : Delegate => new(handler);

    /// <summary>The handlers of an event.</summary>
    /// <typeparam name="T">The handlers' type.</typeparam>
    public readonly struct DelegateEnumerable<T>
        where T : Delegate
    {
        private readonly T? _handler;

        internal DelegateEnumerable(T? handler) => _handler = handler;

        /// <summary>Walks them.</summary>
        /// <returns>An enumerator before the first.</returns>
        public DelegateEnumerator<T> GetEnumerator() => new(_handler);
    }

    /// <summary>
    /// Walks the handlers of an event. <see cref="IDisposable"/> although it holds nothing: the compiled loops of the caller
    /// dispose it by a constrained call, and without the interface that call ends the process.
    /// </summary>
    /// <typeparam name="T">The handlers' type.</typeparam>
    public struct DelegateEnumerator<T> : IDisposable
        where T : Delegate
    {
        private Delegate.InvocationListEnumerator<T> _handlers;

        internal DelegateEnumerator(T? handler) => _handlers = Delegate.EnumerateInvocationList(handler);

        /// <summary>The handler.</summary>
        public readonly T Current => _handlers.Current;

        /// <summary>Goes to the next handler.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => _handlers.MoveNext();

        /// <summary>Nothing is held.</summary>
        public readonly void Dispose()
        {
        }
    }
}
