namespace Router.Engine.State;

/// <summary>An open offer of a <see cref="Broadcast"/>.</summary>
/// <param name="Agent">To whom it was made.</param>
/// <param name="OfferNo">Its number.</param>
internal readonly record struct AgentOffer(Agent Agent, int OfferNo);
