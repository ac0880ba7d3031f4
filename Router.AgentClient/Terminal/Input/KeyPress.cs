namespace Router.AgentClient.Terminal.Input;

/// <summary>A key as it came.</summary>
/// <param name="Info">The key.</param>
/// <param name="IsPasted">It is part of a pasted text: a line end in it is text, a letter is no command.</param>
internal readonly record struct KeyPress(ConsoleKeyInfo Info, bool IsPasted)
{
    /// <summary>The key without modifiers, or with shift alone.</summary>
    public bool IsPlain => (Info.Modifiers & (ConsoleModifiers.Control | ConsoleModifiers.Alt)) == 0;

    /// <summary>Whether it is Ctrl with this letter.</summary>
    public bool IsControl(ConsoleKey letter) => Info.Modifiers == ConsoleModifiers.Control && Info.Key == letter;
}
