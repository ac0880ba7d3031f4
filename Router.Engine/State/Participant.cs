namespace Router.Engine.State;

/// <summary>An agent who has joined an assigned ticket of another's by consult. Replaced, never changed.</summary>
/// <param name="Agent">Who.</param>
/// <param name="OfferNo">The offer that he accepted.</param>
/// <param name="JoinedAt">When, engine time in ms.</param>
/// <param name="Stays">Whether he stays to the end, so that others may be consulted beside him.</param>
internal sealed record Participant(Agent Agent, int OfferNo, long JoinedAt, bool Stays);
