namespace Grpc.Core;

/// <summary>What a call made on behalf of another inherits.</summary>
/// <param name="propagateDeadline">Its deadline.</param>
/// <param name="propagateCancellation">Its cancellation.</param>
public class ContextPropagationOptions(bool propagateDeadline = true, bool propagateCancellation = true)
{
    /// <summary>Both.</summary>
    public static readonly ContextPropagationOptions Default = new();

    /// <summary>Whether the deadline is inherited.</summary>
    public bool IsPropagateDeadline { get; } = propagateDeadline;

    /// <summary>Whether cancellation is inherited.</summary>
    public bool IsPropagateCancellation { get; } = propagateCancellation;
}
