namespace Router.Engine.State;

/// <summary>A round of offers of one ticket to several agents, of which some may be over. Replaced, never changed in place.</summary>
/// <param name="MadeTo">How many agents it was made to.</param>
/// <param name="Open">The offers that are open, in the order of their numbers.</param>
internal sealed record Broadcast(int MadeTo, AgentOffer[] Open)
{
    public bool IsOpenTo(Agent agent) => Array.Exists(Open, o => o.Agent == agent);

    public AgentOffer OfferTo(Agent agent) => Array.Find(Open, o => o.Agent == agent);

    /// <summary>The agent of an open offer, or null when none has this number.</summary>
    public Agent? AgentOf(int offerNo) => Array.Find(Open, o => o.OfferNo == offerNo).Agent;

    public Broadcast With(AgentOffer offer) => new(MadeTo + 1, [.. Open, offer]);

    /// <summary>What is left without the agent's offer; null when that was the last.</summary>
    public Broadcast? Without(Agent agent) => Open is [_] ? null : this with { Open = Array.FindAll(Open, o => o.Agent != agent) };
}
