using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

namespace Router.AgentClient.Terminal.Bidi;

/// <summary>
/// One paragraph, laid out for terminals that show cells from left to right in the order they come: lines are broken in reading order, then each is
/// put into visual order (UAX #9, the Unicode Bidirectional Algorithm).
/// </summary>
internal sealed class BidiText
{
    private readonly string[] _elements;
    private readonly BidiClass[] _classes;
    private readonly byte[] _levels;
    private readonly int[] _widths;
    private readonly byte _paragraph;

    /// <summary>Takes a paragraph.</summary>
    /// <param name="text">Without line ends, see <see cref="SafeText"/>.</param>
    /// <param name="isSentence">The terminal's own words, read from left to right though a name in another script may begin them.</param>
    public BidiText(string text, bool isSentence = false)
    {
        _elements = Split(text);
        _classes = [.. _elements.Select(element => BidiClasses.Of(Rune.GetRuneAt(element, 0)))];
        _widths = [.. _elements.Select(Width)];
        _paragraph = isSentence ? (byte)0 : BidiLevels.OfParagraph(_classes);
        _levels = BidiLevels.Resolve(_elements, _classes, _paragraph);
    }

    /// <summary>What the reader sees as one sign each, in reading order.</summary>
    public IReadOnlyList<string> Elements => _elements;

    /// <summary>It is read from right to left, and stands at the right edge.</summary>
    public bool IsRightToLeft => _paragraph == 1;

    /// <summary>Cells of the whole, were it one line.</summary>
    public int Cells => _widths.Sum();

    /// <summary>One line in visual order.</summary>
    /// <param name="text">As for the constructor.</param>
    /// <param name="isSentence">As for the constructor.</param>
    public static string Visual(string text, bool isSentence = false)
    {
        var whole = new BidiText(text, isSentence);
        return whole.Shown(new ElementRange(0, whole.Elements.Count));
    }

    /// <summary>Breaks it into lines of at most <paramref name="width"/> cells, between words where it can.</summary>
    /// <param name="width">Over 1.</param>
    /// <returns>At least one line; spaces at a break stay with the line before it and may go past the width.</returns>
    public IReadOnlyList<ElementRange> Wrap(int width)
    {
        var lines = new List<ElementRange>();
        var start = 0;
        while (start < _elements.Length || lines.Count == 0)
        {
            var end = LineEnd(start, width);
            lines.Add(new ElementRange(start, end));
            start = end;
        }

        return lines;
    }

    /// <summary>The elements of a line, leftmost first, each with its place in reading order.</summary>
    public IEnumerable<(string Shown, int Place)> Cellwise(ElementRange line) =>
        VisualOrder.Of(_classes, _levels, _paragraph, line.Start, line.End)
            .Select(place => (_levels[place] % 2 == 1 ? Brackets.Mirrored(_elements[place]) : _elements[place], place));

    /// <summary>A line as it is written to the terminal.</summary>
    public string Shown(ElementRange line) => string.Concat(Cellwise(line).Select(cell => cell.Shown));

    /// <summary>A line without the spaces at its end.</summary>
    public ElementRange Trimmed(ElementRange line)
    {
        var end = line.End;
        while (end > line.Start && _classes[end - 1] == BidiClass.Whitespace)
        {
            end--;
        }

        return line with { End = end };
    }

    /// <summary>Cells of a line.</summary>
    public int CellsOf(ElementRange line) => _widths.AsSpan(line.Start, line.End - line.Start).ToArray().Sum();

    private int LineEnd(int start, int width)
    {
        var used = 0;
        var lastBreak = -1;
        for (var i = start; i < _elements.Length; i++)
        {
            used += _widths[i];
            if (_classes[i] == BidiClass.Whitespace)
            {
                lastBreak = i + 1;
            }
            else if (used > width)
            {
                return lastBreak > start ? lastBreak : Math.Max(i, start + 1);
            }
        }

        return _elements.Length;
    }

    private static string[] Split(string text)
    {
        var elements = new List<string>(text.Length);
        var all = StringInfo.GetTextElementEnumerator(text);
        while (all.MoveNext())
        {
            elements.Add(all.GetTextElement());
        }

        return [.. elements];
    }

    private static int Width(string element) => element is [>= ' ' and <= '~'] ? 1 : new Segment(element).CellCount();
}
