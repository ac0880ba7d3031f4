namespace Router.Server.Edge.Tickets;

/// <summary>What a caller may see of a ticket.</summary>
internal enum TicketReader
{
    /// <summary>All of it.</summary>
    Staff = 0,

    /// <summary>What concerns the customer.</summary>
    Customer = 1,
}
