namespace Router.Engine.Policies;

/// <summary>A name of a policy's list: a skill, an away reason, a disposition.</summary>
/// <param name="Code">What requests carry, 1 to 64 characters.</param>
/// <param name="Label">What screens show; the code when empty.</param>
public sealed record CodeLabel(string Code, string Label = "");
