using Router.AgentClient.Terminal.Input;

namespace Router.Clients.Tests.AgentClient.Terminal;

public sealed class InputTests
{
    private static readonly ConsoleKeyInfo Escape = Key('\e', ConsoleKey.Escape);

    [Fact]
    public void Draft_EditsWholeSigns()
    {
        var draft = Typed("a👩‍🚀é");

        draft = After(draft, ConsoleKey.LeftArrow);
        draft = After(draft, ConsoleKey.Backspace);

        Assert.Equal(new Draft("aé", 1), draft);
    }

    [Fact]
    public void Draft_Hebrew_LeftGoesOn()
    {
        var draft = After(Typed("שלום"), ConsoleKey.Home);

        Assert.Equal(1, After(draft, ConsoleKey.LeftArrow).Caret);
        Assert.Equal(0, After(After(draft, ConsoleKey.LeftArrow), ConsoleKey.RightArrow).Caret);
    }

    [Fact]
    public void Draft_PastItsLimit_TakesNoMore() => Assert.Equal("שש", Typed("ששש", maxBytes: 5).Text);

    [Fact]
    public void Draft_ControlWAndU_TakeWordAndAllBefore()
    {
        var control = new ConsoleKeyInfo('\0', ConsoleKey.W, false, false, true);
        var word = Typed("one two ").After(new KeyPress(control, false), 100)!;
        var all = word.After(new KeyPress(new ConsoleKeyInfo('\0', ConsoleKey.U, false, false, true), false), 100)!;

        Assert.Equal(("one ", ""), (word.Text, all.Text));
    }

    [Fact]
    public void Draft_KeyThatIsNotForEditing_IsNull() =>
        Assert.Null(Draft.Empty.After(new KeyPress(new ConsoleKeyInfo('\0', ConsoleKey.F5, false, false, false), false), 100));

    [Fact]
    public void Decoder_BracketedPaste_IsMarked()
    {
        var presses = Decode("\e[200~a\rb\e[201~c");

        Assert.Equal([('a', true), ('\r', true), ('b', true), ('c', false)], presses.Select(press => (press.Info.KeyChar, press.IsPasted)));
    }

    [Fact]
    public void Decoder_AltEnter_IsOneKey()
    {
        var press = Assert.Single(Decode("\e\r"));

        Assert.Equal((ConsoleKey.Enter, ConsoleModifiers.Alt), (press.Info.Key, press.Info.Modifiers));
    }

    [Fact]
    public void Decoder_EscapeAloneOrBeforeText_StaysEscape()
    {
        var decoder = new KeyDecoder();

        Assert.Equal(ConsoleKey.Escape, Assert.Single(decoder.Take(Escape, hasMore: false)).Info.Key);
        Assert.Equal(['\e', 'w'], Decode("\ew").Select(press => press.Info.KeyChar));
        Assert.Equal(['\e', '[', '2', 'x'], Decode("\e[2x").Select(press => press.Info.KeyChar));
    }

    private static ConsoleKeyInfo Key(char sign, ConsoleKey key) => new(sign, key, false, false, false);

    private static List<KeyPress> Decode(string signs)
    {
        var decoder = new KeyDecoder();
        var keys = signs.Select(sign => Key(sign, sign switch { '\e' => ConsoleKey.Escape, '\r' => ConsoleKey.Enter, _ => ConsoleKey.None })).ToList();
        return [.. keys.SelectMany((key, place) => decoder.Take(key, place < keys.Count - 1))];
    }

    private static Draft Typed(string text, int maxBytes = 1_000) =>
        text.Aggregate(Draft.Empty, (draft, sign) => draft.After(new KeyPress(Key(sign, ConsoleKey.None), false), maxBytes)!);

    private static Draft After(Draft draft, ConsoleKey key) => draft.After(new KeyPress(Key('\0', key), false), 1_000)!;
}
