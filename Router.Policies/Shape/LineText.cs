using System.Globalization;

namespace Router.Policies.Shape;

/// <summary>Which characters the short texts of requests may have. What customers and agents write at length may have any.</summary>
public static class LineText
{
    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>The first character that an id or a name of the policy may not have: one that is not seen, so that two that look alike would differ.
    /// The joiners are part of how some scripts are written.</summary>
    /// <param name="text">The id.</param>
    /// <returns>Its place, from 0; -1 when there is none.</returns>
    public static int BadInId(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsBreak(text[i])
                || (char.GetUnicodeCategory(text[i]) == UnicodeCategory.Format && text[i] is not (ZeroWidthNonJoiner or ZeroWidthJoiner)))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The first character that a label, a person's name or a reason may not have: a control character, a line's end, or an embedding,
    /// override or isolate of the Unicode Bidirectional Algorithm (UAX #9), which would turn round what stands beside the text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its place, from 0; -1 when there is none.</returns>
    public static int BadInLine(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsBreak(text[i]) || text[i] is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsBreak(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
