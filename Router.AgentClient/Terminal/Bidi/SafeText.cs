using System.Globalization;
using System.Text;

namespace Router.AgentClient.Terminal.Bidi;

/// <summary>Text of others made fit for a terminal: nothing in it moves the cursor, changes colours or turns round what stands beside it.</summary>
public static class SafeText
{
    private const char ZeroWidthJoiner = '\u200d';

    /// <summary>One paragraph: line ends become spaces.</summary>
    /// <param name="text">Any text.</param>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Clean(text, keepLines: false);
    }

    /// <summary>Several paragraphs, each a line ended by <c>\n</c>.</summary>
    /// <param name="text">Any text.</param>
    public static string Lines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Clean(text.Replace("\r\n", "\n", StringComparison.Ordinal), keepLines: true);
    }

    private static string Clean(string text, bool keepLines)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control:
                    clean.Append(keepLines && rune.Value is '\n' or '\r' ? '\n' : rune.Value is '\n' or '\r' or '\t' ? ' ' : '\u00b7');
                    break;
                case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    clean.Append(keepLines ? '\n' : ' ');
                    break;
                case UnicodeCategory.Format when rune.Value != ZeroWidthJoiner:
                case UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned:
                    break;
                default:
                    clean.Append(rune);
                    break;
            }
        }

        return clean.ToString();
    }
}
