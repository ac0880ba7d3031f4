namespace Router.Engine.Commands;

/// <summary>An agent declines an offer: the ticket goes back to its place and cools down for him.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="OfferNo">The offer's number.</param>
/// <param name="Cause">Why, at most 200 characters, or empty.</param>
public sealed record Decline(string AgentId, string TicketId, int OfferNo, string Cause) : Command;
