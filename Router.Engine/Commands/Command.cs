namespace Router.Engine.Commands;

/// <summary>Something asked of a workspace. Applied by <see cref="WorkspaceEngine.Apply"/> at a time that comes with it.</summary>
public abstract record Command;
