namespace Router.Engine.Tickets;

/// <summary>Where a ticket is on its way; the table of what each command does in each state is docs/states.md.</summary>
public enum TicketState
{
    /// <summary>No state: never held by a ticket.</summary>
    Unspecified = 0,

    /// <summary>Waits for its start time; nobody is offered it yet.</summary>
    Scheduled = 1,

    /// <summary>Waits in exactly one lane.</summary>
    Queued = 2,

    /// <summary>Held for one agent until the offer's time to live ends.</summary>
    Offered = 3,

    /// <summary>Accepted: owned by one agent who handles it.</summary>
    Assigned = 4,

    /// <summary>The interaction is over; the agent finishes his notes.</summary>
    WrappingUp = 5,

    /// <summary>Set aside by its agent until a time or the customer's answer.</summary>
    Parked = 6,

    /// <summary>Done, with a disposition.</summary>
    Completed = 7,

    /// <summary>The customer left while waiting.</summary>
    Abandoned = 8,

    /// <summary>Withdrawn, a duplicate, or spam.</summary>
    Cancelled = 9,

    /// <summary>Its time to live ended while it waited.</summary>
    Expired = 10,
}
