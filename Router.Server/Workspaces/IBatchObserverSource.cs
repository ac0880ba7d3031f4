namespace Router.Server.Workspaces;

/// <summary>A part of the server that watches every workspace from its start. Registered in the container.</summary>
public interface IBatchObserverSource
{
    /// <summary>Called once for each workspace, before it is served.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <returns>What watches it.</returns>
    IBatchObserver Observe(Workspace workspace);
}
