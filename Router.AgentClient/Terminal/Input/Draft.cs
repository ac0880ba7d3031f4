using System.Globalization;
using System.Text;
using Router.AgentClient.Terminal.Bidi;

namespace Router.AgentClient.Terminal.Input;

/// <summary>A text being written.</summary>
/// <param name="Text">As it will be sent.</param>
/// <param name="Caret">Where the next sign goes: an index into the text.</param>
internal sealed record Draft(string Text, int Caret)
{
    /// <summary>Nothing written yet.</summary>
    public static readonly Draft Empty = new("", 0);

    /// <summary>A text with the caret at its end.</summary>
    public static Draft Of(string text) => new(text, text.Length);

    /// <summary>The draft after a key, or null if the key is not for editing.</summary>
    /// <param name="press">The key.</param>
    /// <param name="maxBytes">Most UTF-8 bytes; what would go past it is not taken.</param>
    public Draft? After(KeyPress press, int maxBytes)
    {
        var isBackwards = new BidiText(SafeText.OneLine(Text)).IsRightToLeft;
        switch (press.Info.Key)
        {
            case ConsoleKey.Backspace:
                return Caret == 0 ? this : Without(Before(Caret), Caret);
            case ConsoleKey.Delete:
                return Caret == Text.Length ? this : Without(Caret, Behind(Caret));
            case ConsoleKey.LeftArrow:
                return this with { Caret = isBackwards ? Behind(Caret) : Before(Caret) };
            case ConsoleKey.RightArrow:
                return this with { Caret = isBackwards ? Before(Caret) : Behind(Caret) };
            case ConsoleKey.Home:
                return this with { Caret = 0 };
            case ConsoleKey.End:
                return this with { Caret = Text.Length };
        }

        return press switch
        {
            _ when press.IsControl(ConsoleKey.W) => Without(WordStart(), Caret),
            _ when press.IsControl(ConsoleKey.U) => Without(0, Caret),
            { Info.Key: ConsoleKey.Enter } => Insert('\n', maxBytes),
            { Info.Key: ConsoleKey.Tab, IsPasted: true } => Insert(' ', maxBytes),
            { IsPlain: true } when !char.IsControl(press.Info.KeyChar) => Insert(press.Info.KeyChar, maxBytes),
            _ => null,
        };
    }

    private Draft Insert(char sign, int maxBytes)
    {
        var text = Text.Insert(Caret, sign.ToString());
        return Encoding.UTF8.GetByteCount(text) <= maxBytes ? new Draft(text, Caret + 1) : this;
    }

    private Draft Without(int start, int end) => new(Text.Remove(start, end - start), start);

    private int Before(int place) => StringInfo.ParseCombiningCharacters(Text).LastOrDefault(start => start < place);

    private int Behind(int place)
    {
        var next = Array.Find(StringInfo.ParseCombiningCharacters(Text), start => start > place);
        return next > 0 ? next : Text.Length;
    }

    private int WordStart()
    {
        var start = Caret;
        while (start > 0 && char.IsWhiteSpace(Text[start - 1]))
        {
            start--;
        }

        while (start > 0 && !char.IsWhiteSpace(Text[start - 1]))
        {
            start--;
        }

        return start;
    }
}
