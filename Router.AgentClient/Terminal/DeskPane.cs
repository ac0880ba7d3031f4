namespace Router.AgentClient.Terminal;

/// <summary>What is shown of the selected ticket.</summary>
internal enum DeskPane
{
    /// <summary>The messages.</summary>
    Conversation,

    /// <summary>What happened to it.</summary>
    History,

    /// <summary>Who the customer is and what he asked for.</summary>
    Details,
}
