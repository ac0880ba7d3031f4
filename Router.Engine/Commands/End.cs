namespace Router.Engine.Commands;

/// <summary>The customer left: a waiting ticket is abandoned, an assigned one goes to wrap-up.</summary>
/// <param name="TicketId">The ticket.</param>
public sealed record End(string TicketId) : Command;
