using Router.AgentClient.Terminal.Input;

namespace Router.AgentClient.Terminal.Modes;

/// <summary>What the keyboard is for at the moment.</summary>
internal interface IDeskMode
{
    /// <summary>Takes a key that no mode has in common.</summary>
    void Key(AgentDesk desk, KeyPress press);

    /// <summary>The keys that mean something now, most used first.</summary>
    IEnumerable<KeyHint> Hints(AgentDesk desk);
}
