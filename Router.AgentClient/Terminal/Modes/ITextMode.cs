using Router.AgentClient.Terminal.Input;

namespace Router.AgentClient.Terminal.Modes;

/// <summary>A mode in which the agent writes.</summary>
internal interface ITextMode : IDeskMode
{
    /// <summary>What the text is for, as the title of its box.</summary>
    string Title(AgentDesk desk);

    /// <summary>The text so far.</summary>
    Draft Draft(AgentDesk desk);
}
