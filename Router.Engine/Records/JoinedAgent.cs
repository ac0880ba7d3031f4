namespace Router.Engine.Records;

/// <summary>An agent who has joined an assigned ticket of another's by consult: a participant.</summary>
/// <param name="AgentId">Who.</param>
/// <param name="OfferNo">The offer that he accepted.</param>
/// <param name="JoinedAt">When, engine time in ms.</param>
/// <param name="Stays">Whether he stays to the end.</param>
public sealed record JoinedAgent(string AgentId, int OfferNo, long JoinedAt, bool Stays);
