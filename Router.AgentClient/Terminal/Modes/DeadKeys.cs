using Router.AgentClient.Terminal.Bidi;
using Router.V1;

namespace Router.AgentClient.Terminal.Modes;

/// <summary>Why a letter does nothing now, for the agent who pressed it.</summary>
internal static class DeadKeys
{
    /// <summary>The sentence.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="command">The letter, in lower case.</param>
    public static string Why(AgentDesk desk, char command) => command switch
    {
        'a' or 'd' or 'o' => "No offer is open.",
        'n' when desk.State.Presence.Presence != Presence.OnDemand => "'n' asks for the next ticket when you are on demand: 'p' sets that.",
        'w' or 'c' or 'b' or 'h' or 'k' or 'm' or 't' or 'i' or '!' or 'x' when desk.Selected is null => "Nothing is in hand.",
        'b' => "This customer is not to be called back.",
        'x' => "This ticket is not in wrap-up.",
        'h' or 'k' or 'm' or 't' or 'i' => "The customer is gone: 'c' completes the ticket.",
        _ => $"'{SafeText.OneLine(command.ToString())}' does nothing: '?' shows the keys.",
    };
}
