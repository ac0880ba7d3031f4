namespace Router.Engine.Policies;

/// <summary>How one queue treats one channel; null takes the channel's default.</summary>
/// <param name="Channel">A channel of the workspace.</param>
/// <param name="TargetSeconds">Seconds until a ticket is due, 0 to 2,592,000.</param>
/// <param name="WrapUp">What follows an interaction.</param>
/// <param name="OfferSeconds">Seconds (of real time) that an offer stands, 5 to 3,600.</param>
public sealed record QueueChannel(string Channel, int? TargetSeconds = null, WrapUpRule? WrapUp = null, int? OfferSeconds = null);
