namespace Router.Engine.State;

/// <summary>The owner of an assigned ticket has asked another agent to take it over, or to join him. Replaced, never changed.</summary>
/// <param name="Target">Who is asked. It counts among his open offers.</param>
/// <param name="OfferNo">The offer made to him.</param>
/// <param name="MadeAt">When, engine time in ms.</param>
/// <param name="ExpiresAt">When it ends by itself.</param>
/// <param name="Note">For him.</param>
/// <param name="IsConsult">Whether he is to join, and not to take it over.</param>
internal sealed record PeerOffer(Agent Target, int OfferNo, long MadeAt, long ExpiresAt, string Note, bool IsConsult);
