namespace Router.Engine.Advice;

/// <summary>Something in a policy that is legal and foolish.</summary>
/// <param name="Path">Where in the document, as <c>queues[2].steps[0]</c>.</param>
/// <param name="Message">What comes of it, and what would be better.</param>
public sealed record PolicyWarning(string Path, string Message);
