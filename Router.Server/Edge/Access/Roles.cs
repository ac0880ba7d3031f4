namespace Router.Server.Edge.Access;

/// <summary>Who a caller may be. A token names one or several.</summary>
[Flags]
public enum Roles
{
    /// <summary>Nobody known.</summary>
    None = 0,

    /// <summary>Brings tickets in and speaks with the customer.</summary>
    Adapter = 1,

    /// <summary>Serves tickets.</summary>
    Agent = 2,

    /// <summary>Looks, moves, explains.</summary>
    Supervisor = 4,

    /// <summary>Reads what happened.</summary>
    Integration = 8,

    /// <summary>May do everything, in every workspace.</summary>
    Admin = 16,
}
