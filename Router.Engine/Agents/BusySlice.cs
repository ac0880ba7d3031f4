namespace Router.Engine.Agents;

/// <summary>How long an agent was at live work in five minutes of the clock.</summary>
/// <param name="Number">Which five minutes, counted from 1970.</param>
/// <param name="Ms">How long, ms.</param>
public readonly record struct BusySlice(long Number, int Ms);
