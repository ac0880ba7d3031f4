namespace Pipelines.Sockets.Unofficial.Arenas;

/// <summary>Named by a constructor's signature; there is none, an <see cref="Arena{T}"/> takes its blocks from the heap.</summary>
/// <typeparam name="T">The element type.</typeparam>
public abstract class Allocator<T>
{
    private protected Allocator()
    {
    }
}
