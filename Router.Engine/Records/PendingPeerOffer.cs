namespace Router.Engine.Records;

/// <summary>The owner of an assigned ticket has asked another agent to take it over, or to join him.</summary>
/// <param name="AgentId">Who is asked.</param>
/// <param name="OfferNo">The offer made to him.</param>
/// <param name="MadeAt">When, engine time in ms.</param>
/// <param name="ExpiresAt">When it ends by itself, engine time in ms.</param>
/// <param name="Note">For him, or empty.</param>
/// <param name="IsConsult">Whether he is to join, and not to take it over.</param>
public sealed record PendingPeerOffer(string AgentId, int OfferNo, long MadeAt, long ExpiresAt, string Note, bool IsConsult = false);
