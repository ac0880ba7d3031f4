namespace Router.Server.Workspaces.Intake;

/// <summary>Work with an answer.</summary>
/// <typeparam name="TAnswer">The answer's type.</typeparam>
internal abstract class PendingWork<TAnswer> : PendingWork
{
    // Callers go on elsewhere: the loop must not run their code.
    private readonly TaskCompletionSource<TAnswer> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<TAnswer> Task => _answered.Task;

    public override bool IsAnswered => _answered.Task.IsCompleted;

    protected TAnswer? Answer { get; set; }

    public override void Release() => _answered.TrySetResult(Answer!);

    public override void Fail(Exception error)
    {
        if (error is OperationCanceledException)
        {
            _answered.TrySetCanceled(Cancel);
        }
        else
        {
            _answered.TrySetException(error);
        }
    }
}
