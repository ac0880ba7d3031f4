using Router.Engine;

namespace Router.Policies.Shape;

/// <summary>One of several mistakes in a document.</summary>
/// <param name="Reason">What kind of mistake.</param>
/// <param name="Path">Where.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record ShapeMistake(Reason Reason, string Path, string Message);
