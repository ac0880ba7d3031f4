namespace Router.Engine.Tickets;

/// <summary>One of several open offers of a ticket.</summary>
/// <param name="AgentId">To whom it was made.</param>
/// <param name="OfferNo">Its number, which counts per ticket from 1.</param>
public sealed record OpenOffer(string AgentId, int OfferNo);
