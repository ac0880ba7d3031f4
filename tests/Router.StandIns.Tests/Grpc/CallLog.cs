namespace Router.StandIns.Tests.Grpc;

/// <summary>What the service tells a test of a call that does not answer.</summary>
public sealed class CallLog
{
    public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
