using Router.AgentClient.Terminal.Input;

namespace Router.AgentClient.Terminal.Modes;

/// <summary>Moves the mark in a list.</summary>
internal static class Choice
{
    /// <summary>The mark after a key, or null if the key does not move it.</summary>
    public static int? Moved(KeyPress press, int marked, int count) => press.Info.Key switch
    {
        ConsoleKey.UpArrow => (marked + count - 1) % count,
        ConsoleKey.DownArrow => (marked + 1) % count,
        _ => null,
    };

    /// <summary>The same, where digits are no text: 1 marks the first.</summary>
    public static int? MovedOrNamed(KeyPress press, int marked, int count) =>
        press.IsPlain && press.Info.KeyChar - '1' is >= 0 and var place && place < count ? place : Moved(press, marked, count);
}
