using Router.Engine;
using Router.Engine.Commands;
using Router.Server.Workspaces.Batches;

namespace Router.Server.Workspaces.Intake;

/// <summary>A command of an agent, a supervisor, or an adapter about a ticket that exists.</summary>
/// <param name="command">What is asked.</param>
/// <param name="request">Makes it repeatable, or null.</param>
/// <param name="goesOnElsewhere">As for the base.</param>
internal sealed class PendingCommand(Command command, RequestKey? request, bool goesOnElsewhere) : PendingWork<Outcome>(goesOnElsewhere)
{
    public override int Size => command is Append append ? append.Text.Text.Length : 0;

    public override void Run(OpenBatch batch)
    {
        if (request is not { } key)
        {
            Answer = Apply(batch);
        }
        else if (batch.State.Requests.Find(key) is { } earlier)
        {
            Answer = earlier;
        }
        else
        {
            Answer = Apply(batch);
            batch.Requests.Add(batch.State.Requests.Remember(key, Answer, batch.RealNow));
        }
    }

    private Outcome Apply(OpenBatch batch)
    {
#if ROUTER_FAULTS
        if (Faults.FalseAcceptOf(command, batch, this) is { } faked)
        {
            return faked;
        }
#endif
        return batch.State.Engine.Apply(command, batch.TimeOf(this));
    }
}
