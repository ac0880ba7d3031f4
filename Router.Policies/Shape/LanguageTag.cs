using System.Collections.Frozen;

namespace Router.Policies.Shape;

/// <summary>
/// Tells a well-formed BCP 47 language tag by the grammar of RFC 5646, section 2.1. Whether its parts are registered is not asked.
/// </summary>
public static class LanguageTag
{
    /// <summary>Most characters of a tag that is taken.</summary>
    public const int MostCharacters = 35;

    // Section 2.1, "irregular": grandfathered tags that the grammar does not cover. The regular ones it does.
    private static readonly FrozenSet<string> Irregular = new[]
    {
        "en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux", "i-mingo", "i-navajo", "i-pwn", "i-tao",
        "i-tay", "i-tsu", "sgn-be-fr", "sgn-be-nl", "sgn-ch-de",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a text is a well-formed tag of at most <see cref="MostCharacters"/> characters, in any case.</summary>
    /// <param name="tag">The text; empty is none.</param>
    public static bool IsWellFormed(string tag)
    {
        if (tag.Length is 0 or > MostCharacters)
        {
            return false;
        }

        var parts = new Subtags(tag);
        if (parts.TakeIf(IsX))
        {
            return TakePrivateUse(ref parts);
        }

        return TakeLangtag(ref parts) || Irregular.Contains(Normalise(tag));
    }

    /// <summary>The form in which tags are kept and compared: lower case.</summary>
    /// <param name="tag">A well-formed tag, or empty.</param>
    public static string Normalise(string tag) => tag.ToLowerInvariant();

    private static bool TakeLangtag(ref Subtags parts)
    {
        if (parts.TakeIf(IsShortLanguage))
        {
            for (var extended = 0; extended < 3 && parts.TakeIf(IsExtendedLanguage); extended++)
            {
            }
        }
        else if (!parts.TakeIf(IsLongLanguage))
        {
            return false;
        }

        parts.TakeIf(IsScript);
        parts.TakeIf(IsRegion);
        while (parts.TakeIf(IsVariant))
        {
        }

        while (parts.TakeIf(IsSingleton))
        {
            if (!parts.TakeIf(IsExtensionPart))
            {
                return false;
            }

            while (parts.TakeIf(IsExtensionPart))
            {
            }
        }

        return parts.TakeIf(IsX) ? TakePrivateUse(ref parts) : parts.AtEnd;
    }

    private static bool TakePrivateUse(ref Subtags parts)
    {
        if (!parts.TakeIf(IsPrivatePart))
        {
            return false;
        }

        while (parts.TakeIf(IsPrivatePart))
        {
        }

        return parts.AtEnd;
    }

    private static bool IsX(ReadOnlySpan<char> part) => part is "x" or "X";

    private static bool IsShortLanguage(ReadOnlySpan<char> part) => part.Length is 2 or 3 && AreLetters(part);

    private static bool IsLongLanguage(ReadOnlySpan<char> part) => part.Length is >= 4 and <= 8 && AreLetters(part);

    private static bool IsExtendedLanguage(ReadOnlySpan<char> part) => part.Length == 3 && AreLetters(part);

    private static bool IsScript(ReadOnlySpan<char> part) => part.Length == 4 && AreLetters(part);

    private static bool IsRegion(ReadOnlySpan<char> part) =>
        (part.Length == 2 && AreLetters(part)) || (part.Length == 3 && !part.ContainsAnyExceptInRange('0', '9'));

    private static bool IsVariant(ReadOnlySpan<char> part) =>
        (part.Length is >= 5 and <= 8 || (part.Length == 4 && char.IsAsciiDigit(part[0]))) && AreLettersOrDigits(part);

    private static bool IsSingleton(ReadOnlySpan<char> part) => part.Length == 1 && !IsX(part) && AreLettersOrDigits(part);

    private static bool IsExtensionPart(ReadOnlySpan<char> part) => part.Length is >= 2 and <= 8 && AreLettersOrDigits(part);

    private static bool IsPrivatePart(ReadOnlySpan<char> part) => part.Length is >= 1 and <= 8 && AreLettersOrDigits(part);

    private static bool AreLetters(ReadOnlySpan<char> part)
    {
        foreach (var character in part)
        {
            if (!char.IsAsciiLetter(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreLettersOrDigits(ReadOnlySpan<char> part)
    {
        foreach (var character in part)
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                return false;
            }
        }

        return true;
    }
}
