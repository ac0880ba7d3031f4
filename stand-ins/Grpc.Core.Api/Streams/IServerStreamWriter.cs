namespace Grpc.Core;

/// <summary>The server's messages.</summary>
/// <typeparam name="T">The message.</typeparam>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>
{
}
