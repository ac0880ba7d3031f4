namespace Router.Cli.Connection;

/// <summary>What a caller may be (docs/auth.md).</summary>
internal enum Role
{
    /// <summary>Brings tickets in and speaks with the customer.</summary>
    Adapter,

    /// <summary>Works on tickets.</summary>
    Agent,

    /// <summary>Watches and moves.</summary>
    Supervisor,

    /// <summary>Reads events.</summary>
    Integration,

    /// <summary>May do all.</summary>
    Admin,
}
