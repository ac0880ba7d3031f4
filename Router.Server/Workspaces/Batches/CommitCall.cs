using Router.Server.Store.Commits;
using Router.Server.Store.Ownership;

namespace Router.Server.Workspaces.Batches;

/// <summary>Sends a batch to the store: <see cref="Store.WorkspaceStore.CommitAsync"/>.</summary>
/// <param name="batch">The batch.</param>
/// <param name="claim">The owner's.</param>
/// <param name="cancel">Stops waiting.</param>
internal delegate Task<CommitAnswer> CommitCall(PreparedBatch batch, Claim claim, CancellationToken cancel);
