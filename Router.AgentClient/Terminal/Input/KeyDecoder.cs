namespace Router.AgentClient.Terminal.Input;

/// <summary>
/// Makes key presses of what the console reads. The console tells an escape sequence that it does not know as its single signs: those of a bracketed
/// paste (<c>ESC [ 200 ~</c> and <c>ESC [ 201 ~</c>) and Alt+Enter (<c>ESC CR</c>) are put together here.
/// </summary>
internal sealed class KeyDecoder
{
    private const string PasteBegins = "[200~";
    private const string PasteEnds = "[201~";

    private readonly List<ConsoleKeyInfo> _held = [];
    private bool _isPasting;

    /// <summary>Takes a key.</summary>
    /// <param name="key">As read.</param>
    /// <param name="hasMore">Another key waits already: a lone Escape has none behind it.</param>
    /// <returns>The presses that are sure by now.</returns>
    public IEnumerable<KeyPress> Take(ConsoleKeyInfo key, bool hasMore)
    {
        if (_held.Count == 0)
        {
            return key.Key == ConsoleKey.Escape && hasMore ? Hold(key) : [Press(key)];
        }

        if (_held.Count == 1 && key is { Key: ConsoleKey.Enter, Modifiers: 0 })
        {
            _held.Clear();
            return [Press(new ConsoleKeyInfo(key.KeyChar, key.Key, shift: false, alt: true, control: false))];
        }

        _held.Add(key);
        var sequence = string.Concat(_held.Skip(1).Select(held => held.KeyChar));
        if (sequence is PasteBegins or PasteEnds)
        {
            _held.Clear();
            _isPasting = sequence == PasteBegins;
            return [];
        }

        return hasMore && (PasteBegins.StartsWith(sequence, StringComparison.Ordinal) || PasteEnds.StartsWith(sequence, StringComparison.Ordinal))
            ? []
            : Release();
    }

    private IEnumerable<KeyPress> Hold(ConsoleKeyInfo key)
    {
        _held.Add(key);
        return [];
    }

    private KeyPress[] Release()
    {
        KeyPress[] released = [.. _held.Select(Press)];
        _held.Clear();
        return released;
    }

    private KeyPress Press(ConsoleKeyInfo key) => new(key, _isPasting);
}
