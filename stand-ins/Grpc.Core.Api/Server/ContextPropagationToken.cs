namespace Grpc.Core;

/// <summary>What a call made on behalf of another inherits, as made by <see cref="ServerCallContext.CreatePropagationToken"/>.</summary>
public abstract class ContextPropagationToken
{
    internal ContextPropagationToken()
    {
    }
}
