namespace Router.Engine.Tickets;

/// <summary>A skill that a ticket asks for.</summary>
/// <param name="Name">A name from the workspace's list of skills.</param>
/// <param name="MinLevel">The lowest level that will do, 1 to 5.</param>
public sealed record SkillNeed(string Name, int MinLevel);
