using Router.Server.Edge.Spoken;

namespace Router.Server.Tests.Spoken;

/// <summary>The files that come with the server.</summary>
public sealed class SpokenLanguageTests
{
    private static readonly string Folder = new SpokenOptions().Path;

    [Theory]
    [InlineData("en", 1, "You will be served within 1 minute.")]
    [InlineData("en", 5, "You will be served within 5 minutes.")]
    [InlineData("en", 65, "You will be served within 1 hour and 5 minutes.")]
    [InlineData("en", 1_500, "You will be served within 25 hours.")]
    [InlineData("ru", 1, "Вам ответят в течение 1 минуты.")]
    [InlineData("ru", 2, "Вам ответят в течение 2 минут.")]
    [InlineData("ru", 5, "Вам ответят в течение 5 минут.")]
    [InlineData("ru", 60, "Вам ответят в течение 1 часа.")]
    [InlineData("ru", 660, "Вам ответят в течение 11 часов.")]
    [InlineData("ru", 1_270, "Вам ответят в течение 21 часа и 10 минут.")]
    [InlineData("lt", 1, "Jums atsakysime per 1 minutę.")]
    [InlineData("lt", 2, "Jums atsakysime per 2 minutes.")]
    [InlineData("lt", 10, "Jums atsakysime per 10 minučių.")]
    [InlineData("lt", 15, "Jums atsakysime per 15 minučių.")]
    [InlineData("lt", 25, "Jums atsakysime per 25 minutes.")]
    [InlineData("lt", 145, "Jums atsakysime per 2 valandas ir 25 minutes.")]
    [InlineData("lt", 1_260, "Jums atsakysime per 21 valandą.")]
    [InlineData("he", 1, "תקבלו מענה בתוך דקה אחת.")]
    [InlineData("he", 2, "תקבלו מענה בתוך שתי דקות.")]
    [InlineData("he", 10, "תקבלו מענה בתוך 10 דקות.")]
    [InlineData("he", 125, "תקבלו מענה בתוך שעתיים ו-5 דקות.")]
    public void A_wait_is_said_in_the_forms_of_the_language(string language, int minutes, string sentence)
    {
        Assert.Equal(sentence, Language(language).Within(minutes));
        Assert.Equal(sentence, Language(language).Within(minutes));
    }

    [Theory]
    [InlineData("en", 0, "We are closed now. We open today at 14:00.")]
    [InlineData("en", 1, "We are closed now. We open tomorrow at 14:00.")]
    [InlineData("en", 3, "We are closed now. We open on Monday at 14:00.")]
    [InlineData("en", 7, "We are closed now. We open on 22 January at 14:00.")]
    [InlineData("ru", 4, "Сейчас мы закрыты. Мы откроемся во вторник в 14:00.")]
    [InlineData("ru", 7, "Сейчас мы закрыты. Мы откроемся 22 января в 14:00.")]
    [InlineData("lt", 1, "Šiuo metu nedirbame. Pradėsime dirbti rytoj 14:00 val.")]
    [InlineData("lt", 7, "Šiuo metu nedirbame. Pradėsime dirbti sausio 22 d. 14:00 val.")]
    [InlineData("he", 2, "אנחנו סגורים כעת. נפתח ביום ראשון בשעה 14:00.")]
    public void An_opening_is_said_in_the_queues_own_time(string language, int days, string sentence)
    {
        // 23:30 of Thursday in UTC is Friday in Jerusalem, two hours ahead.
        var now = new DateTimeOffset(2027, 1, 14, 23, 30, 0, TimeSpan.Zero);
        var opens = new DateTimeOffset(2027, 1, 15, 12, 0, 0, TimeSpan.Zero).AddDays(days);

        Assert.Equal(sentence, Language(language).Opens(opens, now, TimeZoneInfo.FindSystemTimeZoneById("Asia/Jerusalem")));
    }

    [Fact]
    public void Every_file_has_all_that_is_said()
    {
        var files = Directory.GetFiles(Folder, "*.json");

        Assert.Equal(["en", "he", "lt", "ru"], files.Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Empty(SpokenFile.Read(File.ReadAllText(file)).Mistakes()));
        Assert.True(new SpokenOptionsCheck().Validate(null, new()).Succeeded);
        Assert.All(files, file => Assert.NotEqual(Language(Path.GetFileNameWithoutExtension(file)).Unknown(true), Language(Path.GetFileNameWithoutExtension(file)).Unknown(false)));
    }

    [Fact]
    public void A_folder_with_bad_files_is_refused_with_all_that_is_wrong()
    {
        var folder = Directory.CreateTempSubdirectory("spoken").FullName;
        try
        {
            var english = File.ReadAllText(Path.Combine(Folder, "en.json"));
            Assert.Contains("en.json", Check(folder), StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(folder, "en.json"), english.Replace("within {time}", "soon", StringComparison.Ordinal));
            File.WriteAllText(Path.Combine(folder, "pl.json"), english.Replace("\"*\"", "\"*2\"", StringComparison.Ordinal).Replace("\"May\", ", "", StringComparison.Ordinal));
            File.WriteAllText(Path.Combine(folder, "de.json"), "{ \"inside\": 1 }");

            var said = Check(folder);

            Assert.Contains("en.json: 'within' does not say {time}.", said, StringComparison.Ordinal);
            Assert.Contains("pl.json: 'minutes' has no form for '*', all other numbers.", said, StringComparison.Ordinal);
            Assert.Contains("pl.json: 'months' has 11 texts; right would be 12.", said, StringComparison.Ordinal);
            Assert.Contains("de.json: ", said, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        static string Check(string folder) => new SpokenOptionsCheck().Validate(null, new SpokenOptions { Folder = folder }).FailureMessage ?? "";
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(60, 1)]
    [InlineData(61, 2)]
    [InlineData(240, 4)]
    [InlineData(241, 5)]
    [InlineData(300, 5)]
    [InlineData(301, 10)]
    [InlineData(600, 10)]
    [InlineData(601, 15)]
    [InlineData(3_601, 65)]
    public void A_wait_is_rounded_up(int seconds, int minutes) => Assert.Equal(minutes, RoundedWait.Minutes(seconds));

    private static SpokenLanguage Language(string tag) => new(SpokenFile.Read(File.ReadAllText(Path.Combine(Folder, $"{tag}.json"))));
}
