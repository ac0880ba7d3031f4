using Router.Engine;

namespace Router.Server.Edge.Shape;

/// <summary>One of several mistakes in a document.</summary>
/// <param name="Reason">What kind of mistake.</param>
/// <param name="Path">Where.</param>
/// <param name="Message">What is wrong and what would be right.</param>
internal sealed record ShapeMistake(Reason Reason, string Path, string Message);
