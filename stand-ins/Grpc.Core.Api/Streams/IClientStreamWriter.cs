namespace Grpc.Core;

/// <summary>The client's messages.</summary>
/// <typeparam name="T">The message.</typeparam>
public interface IClientStreamWriter<in T> : IAsyncStreamWriter<T>
{
    /// <summary>Says that no more follow.</summary>
    Task CompleteAsync();
}
