namespace Router.Engine.Commands;

/// <summary>An agent accepts an offer. Answered with the assignment number.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="OfferNo">The offer's number.</param>
public sealed record Accept(string AgentId, string TicketId, int OfferNo) : Command;
