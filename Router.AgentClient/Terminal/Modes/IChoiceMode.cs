namespace Router.AgentClient.Terminal.Modes;

/// <summary>A mode in which the agent chooses from a list.</summary>
internal interface IChoiceMode : IDeskMode
{
    /// <summary>What is chosen, as the title of the list.</summary>
    string ChoiceTitle(AgentDesk desk);

    /// <summary>What there is to choose from.</summary>
    IReadOnlyList<string> Choices(AgentDesk desk);

    /// <summary>The one marked.</summary>
    int Marked { get; }
}
