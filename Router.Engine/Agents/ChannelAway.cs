namespace Router.Engine.Agents;

/// <summary>A channel of which an agent takes nothing new, whatever his presence.</summary>
/// <param name="Channel">Its name.</param>
/// <param name="Reason">Why, from the policy's list.</param>
public sealed record ChannelAway(string Channel, string Reason);
