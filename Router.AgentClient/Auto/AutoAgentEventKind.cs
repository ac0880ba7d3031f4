namespace Router.AgentClient.Auto;

/// <summary>What happened to a working agent.</summary>
public enum AutoAgentEventKind
{
    /// <summary>His accept was acknowledged.</summary>
    Accepted,

    /// <summary>His accept was refused: the customer left, the time was over, another was first.</summary>
    AcceptRefused,

    /// <summary>He has the ticket, by accept or without an offer.</summary>
    Assigned,

    /// <summary>He wrote to the customer, acknowledged.</summary>
    Written,

    /// <summary>His <c>complete</c> was acknowledged; the state tells whether wrap-up follows.</summary>
    CompleteAcknowledged,

    /// <summary>His <c>complete</c> was refused: the ticket was no longer his.</summary>
    CompleteRefused,
}
