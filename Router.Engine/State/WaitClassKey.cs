namespace Router.Engine.State;

/// <summary>What the tickets of a wait class have in common.</summary>
internal readonly record struct WaitClassKey(string Queue, string Channel, string Language, long HeadStartMs);
