using System.Text.Json;
using System.Text.RegularExpressions;
using Router.Engine.Queries;
using Router.Engine.Tickets;
using Router.Server.Edge.Explaining;
using Router.Server.Edge.Languages;

namespace Router.Server.Tests.Languages;

public sealed partial class SentencesTests
{
    /// <summary>Texts of the languages, as their files have them.</summary>
    private static readonly Dictionary<string, Dictionary<string, JsonElement>> Files = Sentences.All.Tags.ToDictionary(tag => tag, Read);

    [Fact]
    public void There_are_four_languages() => Assert.Equal(["en", "he", "lt", "ru"], Files.Keys.Order());

    [Theory]
    [InlineData("he")]
    [InlineData("lt")]
    [InlineData("ru")]
    public void A_language_has_every_text_of_English_with_the_same_parts(string language)
    {
        Assert.Equal(Files["en"].Keys.Order(), Files[language].Keys.Order());
        Assert.All(Files[language], text => Assert.All(FormsOf(text.Value), form =>
            Assert.Equal(PartsOf(FormsOf(Files["en"][text.Key])[^1].Text), PartsOf(form.Text))));
    }

    [Fact]
    public void Every_text_with_forms_has_one_for_all_other_numbers() =>
        Assert.All(Files.Values.SelectMany(f => f), text => Assert.Contains(FormsOf(text.Value), form => form.Numbers.Split(' ').Contains("*")));

    [Fact]
    public void Every_reason_of_the_engine_has_its_words()
    {
        var keys = Enum.GetValues<WhyNot>().Where(w => w != WhyNot.Unspecified).Select(w => $"why.{w}")
            .Concat(Enum.GetValues<WantedCause>().Where(c => c != WantedCause.Unspecified).Select(c => $"cause.{c}"));

        Assert.All(keys, key => Assert.True(Sentences.All.Of().Has(key), key));
    }

    [Theory]
    [InlineData("en", 1, "1 registered")]
    [InlineData("en", 6, "6 registered")]
    [InlineData("he", 1, "רשום אחד")]
    [InlineData("he", 6, "6 רשומים")]
    [InlineData("ru", 1, "1 зарегистрирован")]
    [InlineData("ru", 3, "3 зарегистрированы")]
    [InlineData("ru", 11, "11 зарегистрировано")]
    [InlineData("ru", 21, "21 зарегистрирован")]
    [InlineData("ru-IL", 22, "22 зарегистрированы")]
    [InlineData("lt", 1, "1 registruotas")]
    [InlineData("lt", 9, "9 registruoti")]
    [InlineData("lt", 10, "10 registruotų")]
    [InlineData("lt", 19, "19 registruotų")]
    [InlineData("lt", 21, "21 registruotas")]
    [InlineData("xx", 2, "2 registered")]
    public void Numbers_take_the_forms_of_the_language(string language, int number, string text) =>
        Assert.Equal(text, Sentences.All.Of(language).Counted("registered", number));

    [Theory]
    [InlineData("en", 22_000, "22 s")]
    [InlineData("en", 14 * 60_000, "14 min")]
    [InlineData("en", 125 * 60_000, "2 h 5 min")]
    [InlineData("ru", 3 * 86_400_000L, "3 дня")]
    [InlineData("lt", 10 * 86_400_000L, "10 dienų")]
    [InlineData("he", 2 * 86_400_000L, "יומיים")]
    [InlineData("en", -1, "0 s")]
    public void Lengths_of_time_are_told_short(string language, long ms, string text) => Assert.Equal(text, Sentences.All.Of(language).Span(ms));

    [Fact]
    public void In_Hebrew_names_of_any_script_leave_the_order_of_the_words_alone()
    {
        var asked = new Requirement("front-desk", [], [new SkillNeed("billing", 3)]);

        Assert.Equal("\u2068billing ≥ 3\u2069, בתור \u2068front-desk\u2069", new StaffingText(Sentences.All.Of("he")).Needs(asked));
    }

    [Theory]
    [InlineData("en", "Hebrew ≥ 4 or pt-BR and billing ≥ 3 in queue front")]
    [InlineData("lt", "hebrajų ≥ 4 arba pt-BR ir billing ≥ 3, eilė front")]
    public void Languages_that_are_asked_for_have_their_names(string language, string needs) => Assert.Equal(
        needs,
        new StaffingText(Sentences.All.Of(language)).Needs(new Requirement("front", [new LanguageNeed("he", 4, 0), new LanguageNeed("pt-BR", 1, 0)], [new SkillNeed("billing", 3)])));

    private static Dictionary<string, JsonElement> Read(string language)
    {
        using var stream = typeof(Sentences).Assembly.GetManifestResourceStream($"{typeof(Sentences).Namespace}.Texts.{language}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(stream)!;
    }

    private static List<(string Numbers, string Text)> FormsOf(JsonElement text) => text.ValueKind == JsonValueKind.String
        ? [("*", text.GetString()!)]
        : [.. text.EnumerateObject().Select(form => (form.Name, form.Value.GetString()!))];

    // A form for one number alone may do without it.
    private static IEnumerable<string> PartsOf(string text) => Part().Matches(text).Select(m => m.Value).Where(p => p != "{n}").Distinct().Order();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Part();
}
