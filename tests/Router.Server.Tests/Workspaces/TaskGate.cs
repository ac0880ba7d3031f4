namespace Router.Server.Tests.Workspaces;

/// <summary>Lets so many through as it is opened for; the others wait.</summary>
internal sealed class TaskGate
{
    private readonly Queue<TaskCompletionSource> _waiting = [];
    private int _open;

    public void Open(int count)
    {
        lock (_waiting)
        {
            _open += count;
            while (_open > 0 && _waiting.TryDequeue(out var next))
            {
                _open--;
                next.SetResult();
            }
        }
    }

    public Task PassAsync()
    {
        lock (_waiting)
        {
            if (_open > 0)
            {
                _open--;
                return Task.CompletedTask;
            }

            var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(next);
            return next.Task;
        }
    }
}
