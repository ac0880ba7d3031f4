namespace Router.Server.Workspaces.Intake;

/// <summary>Work with an answer.</summary>
/// <typeparam name="TAnswer">The answer's type.</typeparam>
/// <param name="goesOnElsewhere">False where whoever waits only queues the answer: then the loop itself runs what comes after the wait.</param>
internal abstract class PendingWork<TAnswer>(bool goesOnElsewhere = true) : PendingWork
{
    // In general callers go on elsewhere: the loop must not run their code.
    private readonly TaskCompletionSource<TAnswer> _answered = new(
        goesOnElsewhere ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None);

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
