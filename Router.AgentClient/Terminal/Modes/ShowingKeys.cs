using Router.AgentClient.Terminal.Input;

namespace Router.AgentClient.Terminal.Modes;

/// <summary>The list of all keys, over the tickets. Offers stay in sight, and are answered as anywhere.</summary>
internal sealed class ShowingKeys : IDeskMode
{
    private const int Page = 5;

    /// <summary>Lines scrolled from the top.</summary>
    public int Scroll { get; private set; }

    public void Key(AgentDesk desk, KeyPress press)
    {
        if (press.IsPasted)
        {
            return;
        }

        if (press.Info.Key == ConsoleKey.Escape || press.Info.KeyChar is '?' or 'q' or 'Q')
        {
            desk.Mode = Browsing.Instance;
            return;
        }

        Scroll += press.Info.Key switch
        {
            ConsoleKey.UpArrow => -1,
            ConsoleKey.DownArrow => 1,
            ConsoleKey.PageUp => -Page,
            ConsoleKey.PageDown => Page,
            _ => 0,
        };
    }

    /// <summary>The lines that fit are known when they are shown.</summary>
    /// <param name="most">Most lines that there are to scroll.</param>
    public void ScrollWithin(int most) => Scroll = Math.Clamp(Scroll, 0, most);

    public IEnumerable<KeyHint> Hints(AgentDesk desk) => [new KeyHint("Esc", "back"), new KeyHint("↑↓", "scroll"), .. desk.OfferHints()];
}
