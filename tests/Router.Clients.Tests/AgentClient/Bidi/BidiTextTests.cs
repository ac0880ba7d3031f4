using System.Globalization;
using System.Text;
using Router.AgentClient.Terminal.Bidi;

namespace Router.Clients.Tests.AgentClient.Bidi;

public sealed class BidiTextTests
{
    /// <summary>What GNU FriBidi 1.0.8 shows.</summary>
    [Theory]
    [InlineData("שלום עולם", "םלוע םולש")]
    [InlineData("כרטיס 4580-1234 נדחה", "החדנ 4580-1234 סיטרכ")]
    [InlineData("הסכום הוא 1,250.50 ₪ (כולל מע\"מ)", "(מ\"עמ ללוכ) ₪ 1,250.50 אוה םוכסה")]
    [InlineData("אני צריך לדבר עם John Smith בבקשה", "השקבב John Smith םע רבדל ךירצ ינא")]
    [InlineData("Customer said: \"שלום, מה שלומך?\" twice", "Customer said: \"ךמולש המ ,םולש?\" twice")]
    [InlineData("יתרה: -50%", "50%- :הרתי")]
    [InlineData("ההזמנה ORD-17/2 לא הגיעה!", "!העיגה אל ORD-17/2 הנמזהה")]
    [InlineData("a (ב) c", "a (ב) c")]
    [InlineData("[חשבון (12)]", "[(12) ןובשח]")]
    [InlineData("שורה <ראשונה> «שנייה»", "«היינש» <הנושאר> הרוש")]
    [InlineData("Ačiū, laba diena", "Ačiū, laba diena")]
    [InlineData("10:30 - 11:45 פגישה", "השיגפ 11:45 - 10:30")]
    [InlineData("תאריך 02/08/1999 שעה 10:30", "10:30 העש 02/08/1999 ךיראת")]
    public void Visual_IsAsFriBidiShowsIt(string written, string shown) => Assert.Equal(shown, BidiText.Visual(written));

    /// <summary>Lines of BidiCharacterTest.txt, Unicode 15: code points, direction (2 = by the text), levels, visual order.</summary>
    [Theory]
    [InlineData("05D0 05D1 0028 05D2 05D3 005B 0026 0065 0066 005D 002E 0029 0067 0068", 0, "1 1 0 1 1 0 0 0 0 0 0 0 0 0", "1 0 2 4 3 5 6 7 8 9 10 11 12 13")]
    [InlineData("05D0 05D1 0028 05D2 05D3 005B 0026 0065 0066 005D 002E 0029 0067 0068", 1, "1 1 1 1 1 1 1 2 2 1 1 1 2 2", "12 13 11 10 9 7 8 6 5 4 3 2 1 0")]
    [InlineData("0061 0062 0063 0020 0028 0064 0065 0066 0020 0627 0628 062C 0029 0020 05D0 05D1 05D2", 0, "0 0 0 0 0 0 0 0 0 1 1 1 0 0 1 1 1", "0 1 2 3 4 5 6 7 8 11 10 9 12 13 16 15 14")]
    [InlineData("0061 0062 0063 0020 0028 0064 0065 0066 0020 0627 0628 062C 0029 0020 05D0 05D1 05D2", 1, "2 2 2 1 1 2 2 2 1 1 1 1 1 1 1 1 1", "16 15 14 13 12 11 10 9 8 5 6 7 4 3 0 1 2")]
    [InlineData("05D0 05D1 05D2 0020 0028 0064 0065 0066 0020 0627 0628 062C 0029 0020 0061 0062 0063", 0, "1 1 1 0 0 0 0 0 0 1 1 1 0 0 0 0 0", "2 1 0 3 4 5 6 7 8 11 10 9 12 13 14 15 16")]
    [InlineData("05D0 05D1 05D2 0020 0028 0064 0065 0066 0020 0627 0628 062C 0029 0020 0061 0062 0063", 1, "1 1 1 1 1 2 2 2 1 1 1 1 1 1 2 2 2", "14 15 16 13 12 11 10 9 8 5 6 7 4 3 2 1 0")]
    [InlineData("0627 0628 062C 0020 0062 006F 006F 006B 0028 0073 0029", 0, "1 1 1 0 0 0 0 0 0 0 0", "2 1 0 3 4 5 6 7 8 9 10")]
    [InlineData("0627 0628 062C 0020 0062 006F 006F 006B 0028 0073 0029", 1, "1 1 1 1 2 2 2 2 2 2 2", "4 5 6 7 8 9 10 3 2 1 0")]
    [InlineData("05D0 0028 0332 05D1 0029 0333", 0, "1 1 1 1 1 1", "5 4 3 2 1 0")]
    [InlineData("062A 0031 002F 0032", 2, "1 2 2 2", "1 2 3 0")]
    [InlineData("0661 002D 0031", 0, "2 0 0", "0 1 2")]
    [InlineData("0061 0020 0031 0020 0032 002D 0033", 1, "2 2 2 2 2 2 2", "0 1 2 3 4 5 6")]
    [InlineData("05D0 0020 0031 002D 0032", 0, "1 1 2 2 2", "2 3 4 1 0")]
    [InlineData("0061 0028 05D0 005B 05D1 005D 0021 0029 0062", 0, "0 0 1 1 1 1 0 0 0", "0 1 5 4 3 2 6 7 8")]
    [InlineData("0061 0028 05D0 005B 05D1 005D 0021 0029 0062", 1, "2 1 1 1 1 1 1 1 2", "8 7 6 5 4 3 2 1 0")]
    [InlineData("05D0 0028 0061 005B 0062 005D 0021 0029 05D1", 0, "1 0 0 0 0 0 0 0 1", "0 1 2 3 4 5 6 7 8")]
    [InlineData("05D0 0028 0061 005B 0062 005D 0021 0029 05D1", 1, "1 1 2 2 2 2 1 1 1", "8 7 6 2 3 4 5 1 0")]
    [InlineData("0061 0028 0661 0029", 0, "0 0 2 0", "0 1 2 3")]
    [InlineData("0061 0028 0661 0029", 1, "2 1 2 1", "3 2 1 0")]
    public void Levels_AreThoseOfUnicodesTestFile(string codes, byte direction, string levels, string order)
    {
        var runes = codes.Split(' ').Select(code => new Rune(int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture))).ToArray();
        var classes = runes.Select(BidiClasses.Of).ToArray();
        var paragraph = direction == 2 ? BidiLevels.OfParagraph(classes) : direction;
        var resolved = BidiLevels.Resolve([.. runes.Select(rune => rune.ToString())], classes, paragraph);

        Assert.Equal(levels, string.Join(' ', resolved));
        Assert.Equal(order, string.Join(' ', VisualOrder.Of(classes, resolved, paragraph, 0, runes.Length)));
    }

    [Fact]
    public void Wrap_BreaksInReadingOrderBeforeTurningRound()
    {
        var text = new BidiText("אחת שתיים שלוש ארבע");

        var lines = text.Wrap(10).Select(text.Shown);

        Assert.True(text.IsRightToLeft);
        Assert.Equal([" םייתש תחא", "עברא שולש"], lines);
    }

    [Fact]
    public void Wrap_WordLongerThanALine_IsCut()
    {
        var text = new BidiText("abcdefgh ij");

        Assert.Equal(["abcd", "efgh ", "ij"], text.Wrap(4).Select(text.Shown));
    }

    [Fact]
    public void Wrap_WideSignsAndPoints_CountTheCellsTheyTake()
    {
        var wide = new BidiText("漢字漢字");
        var pointed = new BidiText("שָׁלוֹם");

        Assert.Equal(["漢字", "漢字"], wide.Wrap(5).Select(wide.Shown));
        Assert.Equal((4, 4), (pointed.Cells, pointed.Elements.Count));
        Assert.Equal("םוֹלשָׁ", BidiText.Visual("שָׁלוֹם"));
    }

    [Fact]
    public void Wrap_Nothing_IsOneEmptyLine() => Assert.Equal([new ElementRange(0, 0)], new BidiText("").Wrap(10));

    [Theory]
    [InlineData("a\u001b[31mred", "a\u00b7[31mred")]
    [InlineData("one\r\ntwo\ttabs", "one  two tabs")]
    [InlineData("evil\u202eexe.txt", "evilexe.txt")]
    [InlineData("bell\u0007", "bell\u00b7")]
    public void SafeText_OfAStranger_CannotSteerTheTerminal(string text, string safe) => Assert.Equal(safe, SafeText.OneLine(text));

    [Fact]
    public void SafeText_Lines_KeepsParagraphs() => Assert.Equal("a\nb\nc", SafeText.Lines("a\r\nb\nc"));
}
