using Router.AgentClient.Terminal.Bidi;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Router.AgentClient.Terminal.Views;

/// <summary>One line of exactly the width it is given: a left part, cut with an ellipsis where it does not fit, and a right part that always stays.</summary>
internal sealed class ScreenLine(Style? background = null) : IRenderable
{
    private const string Ellipsis = "…";

    private readonly List<(string Text, Style? Style, bool IsSentence)> _left = [];
    private readonly List<(string Text, Style? Style)> _right = [];

    /// <summary>Adds to the left part.</summary>
    /// <param name="text">In reading order, safe to show; turned into visual order here.</param>
    /// <param name="style">Null for the background's.</param>
    public ScreenLine Add(string text, Style? style = null)
    {
        _left.Add((text, style, false));
        return this;
    }

    /// <summary>Adds a sentence of the terminal's own to the left part: read from left to right, though a name in another script may begin it.</summary>
    /// <param name="text">As in <see cref="Add"/>.</param>
    /// <param name="style">Null for the background's.</param>
    public ScreenLine AddSentence(string text, Style? style = null)
    {
        _left.Add((text, style, true));
        return this;
    }

    /// <summary>Adds to the right part.</summary>
    /// <param name="text">As in <see cref="Add"/>.</param>
    /// <param name="style">Null for the background's.</param>
    public ScreenLine AddRight(string text, Style? style = null)
    {
        _right.Add((text, style));
        return this;
    }

    /// <summary>The beginning of a text, in visual order, of at most so many cells.</summary>
    /// <param name="text">As in <see cref="Add"/>.</param>
    /// <param name="cells">How many, 0 or more.</param>
    /// <param name="isSentence">As in <see cref="AddSentence"/>.</param>
    public static string Fit(string text, int cells, bool isSentence = false)
    {
        var whole = new BidiText(text, isSentence);
        if (whole.Cells <= cells)
        {
            return whole.Shown(new ElementRange(0, whole.Elements.Count));
        }

        var end = 0;
        var used = Ellipsis.Length;
        while (end < whole.Elements.Count && used + whole.CellsOf(new ElementRange(end, end + 1)) <= cells)
        {
            used += whole.CellsOf(new ElementRange(end, end + 1));
            end++;
        }

        return cells <= 0 ? "" : BidiText.Visual(string.Concat(whole.Elements.Take(end)) + Ellipsis, isSentence);
    }

    public Measurement Measure(RenderOptions options, int maxWidth) => new(maxWidth, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var plain = background ?? Style.Plain;
        var right = _right.Sum(part => new BidiText(part.Text).Cells);
        var left = Math.Max(0, maxWidth - right);
        foreach (var (text, style, isSentence) in _left)
        {
            var shown = Fit(text, left, isSentence);
            left -= new BidiText(shown).Cells;
            yield return new Segment(shown, style ?? plain);
        }

        yield return new Segment(new string(' ', Math.Max(0, left)), plain);
        foreach (var (text, style) in _right)
        {
            yield return new Segment(Fit(text, maxWidth), style ?? plain);
        }
    }
}
