namespace Router.Policies.Shape;

/// <summary>Makes a caller's own words fit to be repeated in a message: short, on one line, nothing that a terminal would act on.</summary>
public static class Shown
{
    private const int MostCharacters = 64;
    private const int MostLine = 512;

    /// <summary>A text in quotes.</summary>
    /// <param name="text">Whatever came in.</param>
    public static string Text(string text)
    {
        var kept = text.Length <= MostCharacters ? text : text[..MostCharacters];
        var safe = string.Create(kept.Length, kept, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = IsPlain(source[i]) ? source[i] : '·';
            }
        });
        return text.Length <= MostCharacters ? $"'{safe}'" : $"'{safe}…'";
    }

    /// <summary>A line that repeats a caller's words somewhere.</summary>
    /// <param name="line">The line.</param>
    public static string Line(string line)
    {
        var kept = line.Length <= MostLine ? line : line[..MostLine];
        return string.Create(kept.Length, kept, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = IsPlain(source[i]) ? source[i] : '·';
            }
        });
    }

    /// <summary>Whether a character neither controls a terminal nor the direction of writing, and is no half of a pair.</summary>
    /// <param name="character">One UTF-16 unit.</param>
    public static bool IsPlain(char character) => char.GetUnicodeCategory(character)
        is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.Surrogate or System.Globalization.UnicodeCategory.LineSeparator
            or System.Globalization.UnicodeCategory.ParagraphSeparator);
}
