using System.Globalization;
using System.Text;

namespace Router.AgentClient.Terminal.Bidi;

/// <summary>
/// The class of a character. .NET does not tell Bidi_Class; it follows from the general category but for the scripts written from right to left and
/// some hundred signs (DerivedBidiClass.txt), which are named here.
/// </summary>
internal static class BidiClasses
{
    private const string Terminators = "#%°±\u0609\u060a\u066a‰‱′″‴∓﹟﹪＃％";
    private const string Separators = "+-⁺⁻₊₋−﬩﹢﹣＋－";
    private const string CommonSeparators = ",./:\u00a0\u060c\u202f⁄﹐﹒﹕，．／：";
    private const string EuropeanDigits = "²³¹⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉";

    public static BidiClass Of(Rune rune)
    {
        var value = rune.Value;
        switch (value)
        {
            case 0x200E:
                return BidiClass.LeftToRight;
            case 0x200F:
                return BidiClass.RightToLeft;
            case '\n' or '\r' or 0x1C or 0x1D or 0x1E or 0x85 or 0x2029:
                return BidiClass.ParagraphSeparator;
            case '\t' or 0x0B or 0x1F:
                return BidiClass.SegmentSeparator;
            case ' ' or 0x0C or 0x1680 or (>= 0x2000 and <= 0x200A) or 0x2028 or 0x205F or 0x3000:
                return BidiClass.Whitespace;
            case (>= '0' and <= '9') or (>= 0x06F0 and <= 0x06F9) or (>= 0x2488 and <= 0x249B) or (>= 0xFF10 and <= 0xFF19) or (>= 0x1D7CE and <= 0x1D7FF):
                return BidiClass.EuropeanNumber;
            case (>= 0x0660 and <= 0x0669) or 0x066B or 0x066C or 0x06DD or (>= 0x0600 and <= 0x0605) or 0x08E2:
                return BidiClass.ArabicNumber;
        }

        return (rune.IsBmp ? OfSign((char)value) : null) ?? OfCategory(value, Rune.GetUnicodeCategory(rune));
    }

    private static BidiClass? OfSign(char sign) =>
        Separators.Contains(sign) ? BidiClass.EuropeanSeparator
        : CommonSeparators.Contains(sign) ? BidiClass.CommonSeparator
        : Terminators.Contains(sign) ? BidiClass.EuropeanTerminator
        : EuropeanDigits.Contains(sign) ? BidiClass.EuropeanNumber
        : null;

    private static BidiClass OfCategory(int value, UnicodeCategory category) => category switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => BidiClass.NonspacingMark,
        UnicodeCategory.Control or UnicodeCategory.Format => BidiClass.BoundaryNeutral,
        UnicodeCategory.CurrencySymbol => BidiClass.EuropeanTerminator,
        _ when IsArabic(value) => IsNeutralArabic(value) ? BidiClass.OtherNeutral : BidiClass.ArabicLetter,
        _ when IsRightToLeft(value) => BidiClass.RightToLeft,
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
            or UnicodeCategory.PrivateUse => BidiClass.LeftToRight,
        _ => BidiClass.OtherNeutral,
    };

    private static bool IsArabic(int value) => value is
        (>= 0x0600 and <= 0x07BF) or (>= 0x0860 and <= 0x08FF) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF)
        or (>= 0x10D00 and <= 0x10D3F) or (>= 0x10F30 and <= 0x10F6F) or (>= 0x1EC70 and <= 0x1ECBF) or (>= 0x1ED00 and <= 0x1ED4F)
        or (>= 0x1EE00 and <= 0x1EEFF);

    private static bool IsNeutralArabic(int value) => value is
        0x0606 or 0x0607 or 0x060E or 0x060F or 0x06DE or 0x06E9 or 0xFD3E or 0xFD3F or 0xFDFD or (>= 0xFD40 and <= 0xFD4F) or 0xFDCF;

    private static bool IsRightToLeft(int value) => value is
        (>= 0x0590 and <= 0x05FF) or (>= 0x07C0 and <= 0x085F) or (>= 0xFB1D and <= 0xFB4F) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
