namespace Router.Engine.Agents;

/// <summary>What the agent chose; what he does is <see cref="Activity"/>.</summary>
public enum Presence
{
    /// <summary>No presence: never held by a session.</summary>
    Unspecified = 0,

    /// <summary>Takes offers.</summary>
    Available = 1,

    /// <summary>Takes one ticket at a time, when he asks.</summary>
    OnDemand = 2,

    /// <summary>Signed in and takes nothing; with a reason from the workspace's list.</summary>
    Away = 3,

    /// <summary>Not signed in.</summary>
    Offline = 4,
}
