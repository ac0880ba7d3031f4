namespace Router.Engine.Tickets;

/// <summary>What states have in common.</summary>
public static class TicketStates
{
    /// <summary>Whether a ticket in this state is over: completed, abandoned, cancelled or expired.</summary>
    /// <param name="state">The state.</param>
    public static bool IsClosed(TicketState state) => state is TicketState.Completed or TicketState.Abandoned or TicketState.Cancelled or TicketState.Expired;
}
