using Router.Engine;
using Router.Server.Workspaces.Batches;

namespace Router.Server.Workspaces.Intake;

/// <summary>A question to the engine.</summary>
internal sealed class PendingQuery<TAnswer>(Func<WorkspaceEngine, TAnswer> query) : PendingWork<TAnswer>
{
    private Exception? _error;

    public override void Run(OpenBatch batch)
    {
        try
        {
            Answer = query(batch.State.Engine);
        }
        catch (Exception error)
        {
            _error = error;
        }
    }

    public override void Release()
    {
        if (_error is { } error)
        {
            Fail(error);
        }
        else
        {
            base.Release();
        }
    }
}
