namespace Router.Engine.Policies;

/// <summary>Whose figures statistics show to supervisors. An agent always sees his own.</summary>
public enum AgentFigures
{
    /// <summary>Nothing was said: <see cref="Team"/>.</summary>
    Unspecified = 0,

    /// <summary>Nobody's.</summary>
    Off = 1,

    /// <summary>Teams of five registered agents or more, as one.</summary>
    Team = 2,

    /// <summary>Each agent's.</summary>
    Named = 3,
}
