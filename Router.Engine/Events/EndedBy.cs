namespace Router.Engine.Events;

/// <summary>Who ended an interaction.</summary>
public enum EndedBy
{
    /// <summary>Not ended.</summary>
    Unspecified = 0,

    /// <summary>The customer.</summary>
    Customer = 1,

    /// <summary>The line, the connection or the provider broke.</summary>
    Channel = 2,

    /// <summary>The agent.</summary>
    Agent = 3,

    /// <summary>A supervisor.</summary>
    Supervisor = 4,
}
