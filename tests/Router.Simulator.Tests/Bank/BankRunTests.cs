using System.Text.Json;
using Router.CallLog;
using Router.Simulations.Bank;
using Router.Simulations.Commands;

namespace Router.Simulator.Tests.Bank;

/// <summary><c>simulate bank</c> on a log of two days: an agent serves calls of 60 s one after the other, and is 20 s off the phone between them.</summary>
public sealed class BankRunTests : IDisposable
{
    private const int Calls = 40;

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Duty_EndsWhereAGapIsLongerThanFifteenMinutes()
    {
        var day = Day([Row(1, "9:00:00", 0, 60), Row(2, "9:10:00", 0, 60), Row(3, "9:30:00", 0, 60)]);

        var shifts = Assert.Single(day.Agents).Shifts;

        Assert.Equal([660, 60], shifts.Select(shift => (shift.End - shift.Start) / 1_000));
    }

    [Fact]
    public void GapsInWhichNobodyWaited_SayNothingOfHowLongAgentsStayOffThePhone()
    {
        var day = Day([Row(1, "9:00:00", 0, 60), Row(2, "9:00:30", 50, 60), Row(3, "9:14:00", 0, 60)]);
        var offPhone = new OffPhone([day, day, day], new Dictionary<string, HashSet<string>> { ["DANA"] = ["PS"] });
        var stream = new Router.Simulator.Chance.RandomStream(1, "gaps");

        Assert.All(Enumerable.Range(0, 20), _ => Assert.Equal(20_000, offPhone.Draw("DANA", day.Agents[0].Shifts[0].End, stream)));
    }

    [Fact]
    public void Replay_OfALogThatTheRuleExplains_IsTheLog()
    {
        var days = BankDay.Of(TwoDays(), new DateOnly(1999, 8, 2), new DateOnly(1999, 8, 3));
        var log = new BankLog(TwoDays(), days, days);

        var played = new DayReplay(log, 1).Play(days[0], BankRule.OfTheBank, Staffing.AsLogged, seed: 1);

        Assert.Equal(DayFigures.OfTheLog(days[0]), played);
    }

    [Fact]
    public void Replay_WithOneAgentMore_ServesSooner()
    {
        var days = BankDay.Of(TwoDays(), new DateOnly(1999, 8, 2), new DateOnly(1999, 8, 3));
        var replay = new DayReplay(new BankLog(TwoDays(), days, days), 1);

        var more = replay.Play(days[0], BankRule.Ours, Staffing.OneMore, seed: 1);
        var fewer = replay.Play(days[0], BankRule.Ours, Staffing.OneFewer, seed: 1);

        Assert.True(more.MeanWait < DayFigures.OfTheLog(days[0]).MeanWait / 2);
        Assert.Equal(0, fewer.Served);
    }

    [Fact]
    public void Command_EndsWithItsFiguresAsJson()
    {
        Write(TwoDays());
        var output = new StringWriter();

        Assert.Equal(0, SimulateCommand.Run(["bank", "--log", _file], output));

        using var json = JsonDocument.Parse(output.ToString().TrimEnd().Split('\n')[^1]);
        var figures = json.RootElement;
        Assert.True(figures.GetProperty("calibrated").GetBoolean(), output.ToString());
        Assert.Equal("1999-08-02", figures.GetProperty("fit_from").GetString());
        Assert.Equal("1999-08-03", figures.GetProperty("report_from").GetString());
        Assert.Equal(6, figures.GetProperty("ways").EnumerateObject().Count());
        Assert.Contains("in the calibrated replay", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_HasACurveForEachRule_AndTheSameFiguresAsJson()
    {
        Write(TwoDays());
        var html = Path.ChangeExtension(_file, ".html");
        var json = Path.ChangeExtension(_file, ".json");
        try
        {
            SimulateCommand.Run(["bank", "--log", _file, "--from", "1999-08-02", "--to", "1999-08-03", "--report", html], TextWriter.Null);

            var text = File.ReadAllText(html);
            Assert.Equal(8, text.Split("<svg").Length - 1);
            Assert.DoesNotContain("http", text, StringComparison.Ordinal);
            using var figures = JsonDocument.Parse(File.ReadAllText(json));
            var nine = figures.RootElement[0].GetProperty("queues").GetProperty("bank").GetProperty("intervals")[36];
            Assert.Equal((Calls, Calls), (nine.GetProperty("entered").GetInt32(), nine.GetProperty("answered").GetInt32()));
            Assert.True(figures.RootElement[0].GetProperty("occupancy_percent_by_interval")[37].GetDouble() > 95);
        }
        finally
        {
            File.Delete(html);
            File.Delete(json);
        }
    }

    [Fact]
    public void Command_WithDaysThatTheLogLacks_SaysSo()
    {
        Write(TwoDays());
        var errors = new StringWriter();

        Assert.Equal(1, SimulateCommand.Run(["bank", "--log", _file, "--from", "2001-01-01", "--to", "2001-01-02"], TextWriter.Null, errors));

        Assert.Contains("from 2001-01-01 to 2001-01-02; it goes from 1999-08-02 to 1999-08-03", errors.ToString(), StringComparison.Ordinal);
    }

    private static BankDay Day(string[] rows) => Assert.Single(BankDay.Of(Read(rows), new DateOnly(1999, 8, 2), new DateOnly(1999, 8, 2)));

    private static IReadOnlyList<CallRow> TwoDays() => Read([.. DayOf("1999-08-02"), .. DayOf("1999-08-03")]);

    // All come at 9:00 and wait for their turn: each 80 s later than the one before.
    private static IEnumerable<string> DayOf(string date) =>
        Enumerable.Range(0, Calls).Select(number => Row(number, "9:00:00", 80 * number, 60, date));

    private static string Row(int id, string enters, int waits, int served, string date = "1999-08-02")
    {
        var start = TimeSpan.Parse(enters, System.Globalization.CultureInfo.InvariantCulture) + TimeSpan.FromSeconds(waits);
        return $"{date},{id},AA01,0,0,PS,{enters},0,{enters},{waits},AGENT,{start:h\\:mm\\:ss},{served},DANA";
    }

    private static IReadOnlyList<CallRow> Read(IEnumerable<string> rows) => CallLogReader.Read(new StringReader(TextOf(rows)), "test.csv");

    private static string TextOf(IEnumerable<string> rows) => string.Join('\n', rows.Prepend(string.Join(',', CallLogReader.Columns)));

    private void Write(IReadOnlyList<CallRow> rows) => File.WriteAllText(
        _file, TextOf(rows.Select(row => Row(int.Parse(row.CallId, System.Globalization.CultureInfo.InvariantCulture), "9:00:00", row.QueueSeconds, row.ServiceSeconds, $"{row.MenuEntry:yyyy-MM-dd}"))));
}
