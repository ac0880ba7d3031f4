namespace Router.AgentClient.Terminal.Bidi;

/// <summary>A line of a paragraph.</summary>
/// <param name="Start">Its first element.</param>
/// <param name="End">The one after its last.</param>
internal readonly record struct ElementRange(int Start, int End);
