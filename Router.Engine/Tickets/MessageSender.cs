namespace Router.Engine.Tickets;

/// <summary>Who wrote a message.</summary>
public enum MessageSender
{
    /// <summary>Nobody: never held by a message.</summary>
    Unspecified = 0,

    /// <summary>The customer, through an adapter.</summary>
    Customer = 1,

    /// <summary>The agent who owns the ticket.</summary>
    Agent = 2,

    /// <summary>The router.</summary>
    System = 3,
}
