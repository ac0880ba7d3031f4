namespace Router.Engine.State;

/// <summary>The owner of an assigned ticket has asked another agent to take it over. Replaced, never changed.</summary>
/// <param name="Target">Who is asked. It counts among his open offers.</param>
/// <param name="OfferNo">The offer made to him.</param>
/// <param name="MadeAt">When, engine time in ms.</param>
/// <param name="ExpiresAt">When it ends by itself.</param>
/// <param name="Note">For him.</param>
internal sealed record Handover(Agent Target, int OfferNo, long MadeAt, long ExpiresAt, string Note);
