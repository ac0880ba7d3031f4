using Router.Engine;
using Router.Policies.Shape;
using Router.Server.Edge.Shape;

namespace Router.Server.Tests.Edge;

public sealed class ShapeCheckTests
{
    [Fact]
    public void A_request_without_mistake_is_not_refused()
    {
        var check = default(ShapeCheck);
        check.Id("crm", "source", 64);
        check.OptionalId("", "segment", 64);
        check.IdBytes("a-1", "external_id", 256);
        check.Line("Ihre Rechnung", "subject", 1_024);
        check.Bytes("several\nlines", "text", 65_536);
        check.Language("pt-BR", "language");
        check.OptionalLanguage("", "text_language");
        check.Level(5, "level");
        check.Range(9, "priority", 0, 9);
        check.Count(8, "languages", 8);

        Assert.True(check.IsGood);
        Assert.Null(check.Refused);
    }

    [Fact]
    public void An_empty_id_is_named()
    {
        var check = default(ShapeCheck);
        check.Id("", "source", 64);

        Assert.Equal(Reason.EmptyId, check.Refused!.Reason);
        Assert.Equal("'source' is empty; right would be 1 to 64 characters.", check.Refused!.Message);
        Assert.Equal("source", check.Refused!.Metadata["field"]);
        Assert.Equal("1 to 64 characters", check.Refused!.Metadata["expected"]);
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void A_text_is_measured_in_bytes(int bytes, bool good)
    {
        var text = string.Concat(Enumerable.Repeat("ש", bytes / 2)) + (bytes % 2 == 1 ? "a" : "");
        var check = default(ShapeCheck);
        check.Line(text, "name", 256);

        Assert.Equal(good, check.IsGood);
        if (!good)
        {
            Assert.Equal(Reason.TooLarge, check.Refused!.Reason);
            Assert.Equal("256", check.Refused!.Metadata["limit"]);
            Assert.Equal("257", check.Refused!.Metadata["actual"]);
        }
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("a\nb")]
    [InlineData("\u001b[2J")]
    [InlineData("a\u0085b")]
    public void A_control_character_in_a_name_is_refused_and_not_repeated(string name)
    {
        var check = default(ShapeCheck);
        check.Id(name, "source", 64);

        Assert.Equal(Reason.InvalidRequest, check.Refused!.Reason);
        Assert.DoesNotContain(check.Refused!.Message, char.IsControl);
    }

    [Theory]
    [InlineData("front\u200e", "'front·' and holds U+200E as character 6")]
    [InlineData("\ufefffront", "'·front' and holds U+FEFF as character 1")]
    [InlineData("a\u2028b", "'a·b' and holds U+2028 as character 2")]
    public void A_character_of_an_id_that_is_not_seen_is_named_with_its_place(string id, string said)
    {
        var check = default(ShapeCheck);
        check.OptionalId(id, "queue", 64);

        Assert.Equal($"'queue' is {said}; right would be one line of text without characters that are not seen.", check.Refused!.Message);
    }

    [Theory]
    [InlineData("می‌خواهم")]
    [InlineData("👩‍💻 desk")]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿")]
    public void How_a_script_is_written_is_no_mistake(string name)
    {
        var check = default(ShapeCheck);
        check.Id(name, "name", 64);
        check.Line(name, "label", 256);
        check.Line("מחלקת C++\u200f", "label", 256);

        Assert.Null(check.Refused);
    }

    [Fact]
    public void The_first_of_several_mistakes_is_told()
    {
        var check = default(ShapeCheck);
        check.Level(6, "level");
        check.Id("", "source", 64);
        check.Bytes(new string('a', 10), "text", 5);
        check.Language("?", "language");

        Assert.Equal(Reason.LevelOutOfRange, check.Refused!.Reason);
        Assert.Equal("'level' is 6; right would be a level from 1 to 5.", check.Refused!.Message);
    }

    [Fact]
    public void A_mistake_in_a_list_says_where()
    {
        var check = default(ShapeCheck);
        check.Language("en", "language");
        Assert.False(check.FoundIn("languages", 0));
        check.Language("e", "language");

        Assert.True(check.FoundIn("languages", 1));
        Assert.Equal(Reason.InvalidLanguage, check.Refused!.Reason);
        Assert.Equal("languages[1].language", check.Refused!.Metadata["field"]);
    }

    [Fact]
    public void Hostile_words_are_cut_and_made_harmless_in_the_message()
    {
        var check = default(ShapeCheck);
        check.Language("\u202e\u001b]0;" + new string('x', 500), "language");

        Assert.InRange(check.Refused!.Message.Length, 1, 250);
        Assert.DoesNotContain('\u202e', check.Refused!.Message);
        Assert.DoesNotContain('\u001b', check.Refused!.Message);
    }
}
