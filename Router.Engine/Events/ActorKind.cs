namespace Router.Engine.Events;

/// <summary>In which part somebody acts.</summary>
public enum ActorKind
{
    /// <summary>Not known.</summary>
    Unspecified = 0,

    /// <summary>The router itself, by policy or deadline.</summary>
    System = 1,

    /// <summary>A customer, of whom nothing but his ticket is known.</summary>
    Customer = 2,

    /// <summary>Who brings tickets in.</summary>
    Adapter = 3,

    /// <summary>An agent.</summary>
    Agent = 4,

    /// <summary>A supervisor.</summary>
    Supervisor = 5,

    /// <summary>An administrator.</summary>
    Admin = 6,
}
