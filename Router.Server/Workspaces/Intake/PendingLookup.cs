using Router.Server.Workspaces.Batches;
using Router.Server.Workspaces.Memory;

namespace Router.Server.Workspaces.Intake;

/// <summary>Which ticket a submit made, within the time in which the same submit is the same ticket.</summary>
internal sealed class PendingLookup(string source, string externalId) : PendingWork<string?>
{
    public override void Run(OpenBatch batch) => Answer = batch.State.Submits.Find(SubmitKey.Of(source, externalId))?.TicketId;
}
