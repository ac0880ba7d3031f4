namespace Router.Engine.Estimates;

/// <summary>How a ticket left its queue.</summary>
internal enum Departure
{
    /// <summary>The agent has it whom it was offered or given the moment it entered: it did not have to wait for one.</summary>
    AtOnce,

    /// <summary>An agent has it for whom it had to wait.</summary>
    Assigned,

    /// <summary>The customer left.</summary>
    Abandoned,

    /// <summary>Cancelled, expired or put off.</summary>
    Withdrawn,
}
