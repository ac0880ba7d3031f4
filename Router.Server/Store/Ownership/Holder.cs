namespace Router.Server.Store.Ownership;

/// <summary>Who owns a workspace that could not be claimed.</summary>
/// <param name="Node">The owner's name.</param>
/// <param name="Address">Where it is reached.</param>
/// <param name="Left">How long its lease runs on unless it is renewed.</param>
public sealed record Holder(string Node, string Address, TimeSpan Left);
