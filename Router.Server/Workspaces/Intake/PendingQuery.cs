using Router.Server.Workspaces.Batches;
using Router.Server.Workspaces.Ownership;

namespace Router.Server.Workspaces.Intake;

/// <summary>A question to the engine, or to what is kept beside it.</summary>
internal sealed class PendingQuery<TAnswer>(Func<TermState, TAnswer> query) : PendingWork<TAnswer>
{
    private Exception? _error;

    public override void Run(OpenBatch batch)
    {
        try
        {
            Answer = query(batch.State);
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
