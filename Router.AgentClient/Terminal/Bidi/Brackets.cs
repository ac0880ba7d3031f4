namespace Router.AgentClient.Terminal.Bidi;

/// <summary>Signs that are shown mirrored in text from right to left (BidiMirroring.txt), and those of them that pair (BidiBrackets.txt).</summary>
internal static class Brackets
{
    private const string Openers = "([{⁅⁽₍⌈⌊❨❪❬❮❰❲❴⟦⟨⟪⟬⟮⦃⦅⦇⦉⦋⦑⦓⦕⦗⧼⸢⸤⸦⸨〈《「『【〔〖〘〚﹙﹛﹝（［｛｟｢";
    private const string Closers = ")]}⁆⁾₎⌉⌋❩❫❭❯❱❳❵⟧⟩⟫⟭⟯⦄⦆⦈⦊⦌⦒⦔⦖⦘⧽⸣⸥⸧⸩〉》」』】〕〗〙〛﹚﹜﹞）］｝｠｣";
    private const string OtherMirrored = "<>«»‹›≤≥≪≫≺≻⊂⊃⊆⊇∈∋";

    /// <summary>The closing sign of an opening one, or null.</summary>
    public static string? CloserOf(string element) =>
        element.Length == 1 && Openers.IndexOf(element[0], StringComparison.Ordinal) is >= 0 and var place ? Closers[place].ToString() : null;

    /// <summary>Whether it closes a pair.</summary>
    public static bool IsCloser(string element) => element.Length == 1 && Closers.Contains(element[0]);

    /// <summary>Its mirror image, or itself.</summary>
    public static string Mirrored(string element)
    {
        if (element.Length != 1)
        {
            return element;
        }

        if (CloserOf(element) is { } closer)
        {
            return closer;
        }

        if (Closers.IndexOf(element[0], StringComparison.Ordinal) is >= 0 and var place)
        {
            return Openers[place].ToString();
        }

        return OtherMirrored.IndexOf(element[0], StringComparison.Ordinal) is >= 0 and var other ? OtherMirrored[other ^ 1].ToString() : element;
    }
}
