namespace Router.Engine.Commands;

/// <summary>The customer left: a waiting ticket is abandoned, an assigned one goes to wrap-up.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="ByChannel">The line, the connection or the provider broke, instead of the customer leaving.</param>
public sealed record End(string TicketId, bool ByChannel = false) : Command;
