using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Router.Simulations.Commands;

namespace Router.Simulator.Tests.Scenarios;

/// <summary><c>simulate run</c>: a policy, agents and customers out of files.</summary>
public sealed class RunCommandTests : IDisposable
{
    private const string Policy = """
        { "workspace": { "channels": [{ "name": "call", "wrapUp": { "kind": "WRAP_UP_KIND_NONE" } }, { "name": "email" }] },
          "queues": [{ "name": "service", "channels": [{ "channel": "call", "target": "20s" }, { "channel": "email" }] }] }
        """;

    private const string Agents = """{ "agents": [{ "agentId": "dana", "count": 10 }] }""";

    private const string Traffic = """
        { "from": "2026-03-02", "until": "2026-03-03",
          "kinds": [{ "name": "calls", "ticket": { "channel": "call", "queue": "service" }, "arrivals": [{ "perHour": 108 }], "service": { "exponential": { "mean": "300s" } } }] }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("simulate-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public void TheExampleOfTheDemo_HasFiguresForEveryQueue_AndAReport()
    {
        var report = Path.Combine(_folder, "week.html");

        Assert.Equal(0, Run(["--policy", Demo("policy.yaml"), "--agents", Demo("simulate/agents.yaml"), "--traffic", Demo("simulate/traffic.yaml"), "--report", report]));

        var figures = LastLine();
        Assert.Equal("2026-02-28T22:00:00+00:00", figures.GetProperty("from").GetString());
        var played = figures.GetProperty("policies")[0];
        Assert.Equal(["bank", "chat", "email"], played.GetProperty("queues").EnumerateObject().Select(queue => queue.Name));
        Assert.All(played.GetProperty("queues").EnumerateObject(), queue => Assert.True(queue.Value.GetProperty("answered").GetInt32() > 100));
        Assert.Equal(0, played.GetProperty("unfinished").GetInt32());
        Assert.DoesNotContain("Warning", _output.ToString(), StringComparison.Ordinal);
        var page = File.ReadAllText(report);
        Assert.Equal(2 + (3 * 6), page.Split("<svg").Length - 1);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.Contains("@page{size:A4 portrait", page, StringComparison.Ordinal);
        Assert.Contains("color-scheme:light;", page[page.IndexOf("@media print", StringComparison.Ordinal)..], StringComparison.Ordinal);
        var days = Regex.Matches(page, @"<th rowspan='1'>(\w{3} \d Mar)</th><td>([\d,]+)</td>");
        Assert.Equal(["Sun 1 Mar", "Mon 2 Mar", "Tue 3 Mar", "Wed 4 Mar", "Thu 5 Mar", "Fri 6 Mar", "Sat 7 Mar"], days.Select(day => day.Groups[1].Value));
        Assert.Equal(
            played.GetProperty("all").GetProperty("entered").GetInt32(),
            days.Sum(day => int.Parse(day.Groups[2].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)));
        using var json = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(report, ".json")));
        Assert.Equal(7 * 96, json.RootElement[0].GetProperty("queues").GetProperty("chat").GetProperty("intervals").GetArrayLength());
    }

    [Fact]
    public void TenAgentsAtLoadNine_WaitAsErlangCSays()
    {
        var traffic = Traffic.Replace("2026-03-03", "2026-06-02", StringComparison.Ordinal);

        Assert.Equal(0, Run(Files(Policy, Agents, traffic)));

        // Erlang C for 10 servers and 9 erlangs: .6687 wait, 300 s / (10 - 9) each.
        const double mean = .66872 * 300;
        var service = LastLine().GetProperty("policies")[0].GetProperty("queues").GetProperty("service");
        Assert.InRange(service.GetProperty("entered").GetInt32(), 92 * 24 * 108 * .99, 92 * 24 * 108 * 1.01);
        Assert.InRange(service.GetProperty("mean_wait_seconds").GetDouble(), mean * .95, mean * 1.05);
        Assert.InRange(LastLine().GetProperty("policies")[0].GetProperty("occupancy_percent").GetDouble(), 89, 91);
    }

    [Fact]
    public void TheSameSeed_GivesTheSameFigures_AndAnotherOneOthers()
    {
        var files = Files(Policy, Agents, Traffic);
        Run(files);
        var first = LastLine().GetProperty("policies").GetRawText();
        Run(files);
        var again = LastLine().GetProperty("policies").GetRawText();
        Run([.. files, "--seed", "2"]);

        Assert.Equal(first, again);
        Assert.NotEqual(first, LastLine().GetProperty("policies").GetRawText());
    }

    [Fact]
    public void APolicyAgainstItself_DiffersByNothing()
    {
        var files = Files(Policy, Agents, Traffic);

        Assert.Equal(0, Run([.. files, "--against", files[1], "--runs", "3"]));

        var difference = LastLine().GetProperty("difference").GetProperty("queues").GetProperty("service").GetProperty("mean_wait_seconds");
        Assert.Equal((0, 0), (difference.GetProperty("mean").GetDouble(), difference.GetProperty("half_width95").GetDouble()));
    }

    [Fact]
    public void ShiftsAndBreaks_AreByTheClocksOfTheirZone()
    {
        var agents = """
            { "timeZone": "Asia/Jerusalem", "agents": [{ "agentId": "dana", "shifts": [
              { "weekdays": [1], "from": "10:00", "until": "14:00", "breaks": [{ "from": "12:00", "until": "12:30" }] }] }] }
            """;
        var traffic = Traffic.Replace("108", "0.001", StringComparison.Ordinal);
        var report = Path.Combine(_folder, "day.html");

        Assert.Equal(0, Run([.. Files(Policy, agents, traffic), "--report", report]));

        Assert.DoesNotContain("Day by day", File.ReadAllText(report), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(report, ".json")));
        var there = json.RootElement[0].GetProperty("agents_by_interval").EnumerateArray().Select((one, i) => (one, i)).Where(one => one.one.GetDouble() > 0).Select(one => one.i);
        // In March it is two hours earlier in UTC.
        Assert.Equal([.. Enumerable.Range(8 * 4, 8), .. Enumerable.Range((10 * 4) + 2, 6)], there);
    }

    [Fact]
    public void ALog_IsPlayedWithAgentsOfOnesOwn()
    {
        var agents = """
            { "agents": [{ "agentId": "dana", "count": 40, "languages": [{ "language": "he", "level": 5 }, { "language": "en", "level": 4 }],
              "skills": [{ "skill": "PS", "level": 3 }, { "skill": "PE", "level": 3 }, { "skill": "IN", "level": 3 }, { "skill": "NE", "level": 3 }, { "skill": "NW", "level": 3 }, { "skill": "TT", "level": 3 }] }] }
            """;

        Assert.Equal(0, Run(["--policy", Demo("policy.yaml"), "--agents", Write("agents.json", agents), "--log", Demo("bank-1999-08-02.csv")]));

        var bank = LastLine().GetProperty("policies")[0].GetProperty("queues").GetProperty("bank");
        Assert.InRange(bank.GetProperty("entered").GetInt32(), 1_500, 2_363);
        Assert.True(bank.GetProperty("service_level_percent").GetDouble() > 90);
    }

    [Fact]
    public void EveryMistakeOfEveryFile_IsTold_AndNothingIsSimulated()
    {
        var policy = Policy.Replace("\"service\"", "\"\"", StringComparison.Ordinal);
        var agents = """{ "agents": [{ "agentId": "dana", "shifts": [{ "weekdays": [8], "from": "25:00" }] }, { "agentId": "ruth", "skils": [] }] }""";

        Assert.Equal(2, Run(Files(policy, agents, Traffic.Replace("108", "-1", StringComparison.Ordinal))));

        Assert.Empty(_output.ToString());
        Assert.Contains("policy.json: queues[0].name: is empty; right would be", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("agents.json: agents[1].skils: is not known; there may be", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("traffic.json: kinds[0].arrivals[0].per_hour: is -1; right would be", _errors.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("simulate: Nothing was simulated.", _errors.ToString().TrimEnd(), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> BadAgents() => new()
    {
        { "[]", "may be an object with a list agents", "" },
        { """{ "agents": [] }""", "may be an object with a list agents", "" },
        { """{ "agents": [{ "agentId": "a" }], "zone": "UTC" }""", "zone: is not known", "" },
        { """{ "agents": [{ "agentId": "a" }], "timeZone": 1 }""", "timeZone: may be text", "" },
        { """{ "agents": [{ "agentId": "a" }], "timeZone": "Mars" }""", "time_zone: is 'Mars'", "an IANA time zone" },
        { """{ "agents": [{ "agentId": "" }] }""", "agents[0].agent_id: is empty", "characters" },
        { """{ "agents": [{ "agentId": "a" }, { "agentId": "a" }] }""", "agents[1].agent_id: is 'a'", "each once" },
        { """{ "agents": [{ "agentId": "a", "count": -1 }] }""", "agents[0].count: is -1", "0 to" },
        { """{ "agents": [{ "agentId": "a", "count": "many" }] }""", "agents[0].count: may be a whole number", "" },
        { """{ "agents": [{ "agentId": "a", "skills": [{ "skill": "S", "level": 7 }] }] }""", "agents[0].skills[0].level: is 7", "1 to 5" },
        { """{ "agents": [{ "agentId": "a", "skills": [{ "skill": "S", "level": 3 }] }] }""", "agents[0].skills: There is no skill", "take skills of" },
        { """{ "agents": [{ "agentId": "a", "shifts": [{ "weekdays": [8] }] }] }""", "agents[0].shifts[0].weekdays[0]: is 8", "1 to 7" },
        { """{ "agents": [{ "agentId": "a", "shifts": [{ "from": "9" }] }] }""", "agents[0].shifts[0].from: is '9'", "'09:00'" },
        { """{ "agents": [{ "agentId": "a", "shifts": [{ "date": "2.3.2026" }] }] }""", "agents[0].shifts[0].date: is '2.3.2026'", "'2026-03-02'" },
        { """{ "agents": [{ "agentId": "a", "shifts": [{ "date": "2026-03-02", "weekdays": [1] }] }] }""", "agents[0].shifts[0].date", "one of the two" },
        { """{ "agents": [{ "agentId": "a", "shifts": [{ "from": "09:00", "until": "17:00", "breaks": [{ "from": "16:45", "until": "17:15" }] }] }] }""", "agents[0].shifts[0].breaks[0].until: is '17:15'", "within the shift" },
        { """{ "agents": [{ "agentId": "a", "shifts": [{ "from": "09:00", "until": "17:00" }, { "from": "16:00", "until": "20:00" }] }] }""", "agents[0].shifts: overlap", "apart from each other" },
    };

    [Theory]
    [MemberData(nameof(BadAgents))]
    public void BadAgents_AreToldWithFileAndPath(string agents, string wrong, string right)
    {
        Assert.Equal(2, Run(Files(Policy, agents, Traffic)));

        Assert.Contains($"agents.json: {wrong}", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains(right, _errors.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string, string> BadTraffic() => new()
    {
        { "\"perHour\": 108", "\"perHour\": 0", "kinds[0].arrivals[0].per_hour: is 0", "above 0" },
        { "\"perHour\": 108", "\"perHour\": \"many\"", "kinds[0].arrivals[0].perHour: may be a number", "" },
        { "[{ \"perHour\": 108 }]", "[]", "kinds[0].arrivals: is empty", "how many come an hour" },
        { "\"channel\": \"call\", ", "", "kinds[0].ticket.channel: is empty", "" },
        { "\"channel\": \"call\"", "\"channel\": \"fax\"", "kinds[0].ticket.channel", "" },
        { "\"queue\": \"service\"", "\"queue\": \"sales\"", "kinds[0].ticket.queue", "sales" },
        { "\"queue\": \"service\"", "\"queue\": \"service\", \"priority\": 10", "kinds[0].ticket.priority: is 10", "0 to 9" },
        { "\"queue\": \"service\"", "\"queue\": \"service\", \"languages\": [{ \"language\": \"no such\" }]", "kinds[0].ticket.languages[0].language: is 'no such'", "BCP 47" },
        { "\"queue\": \"service\"", "\"queue\": \"service\", \"subjekt\": \"x\"", "kinds[0].ticket.subjekt: is not known", "" },
        { "\"mean\": \"300s\"", "\"mean\": \"0s\"", "kinds[0].service.exponential.mean: is 0 s", "whole milliseconds" },
        { "\"mean\": \"300s\"", "\"mean\": 300", "kinds[0].service.exponential.mean: may be a time such as", "" },
        { "{ \"exponential\": { \"mean\": \"300s\" } }", "{}", "kinds[0].service: is empty", "one of constant" },
        { "{ \"exponential\": { \"mean\": \"300s\" } }", "{ \"logNormal\": { \"mean\": \"300s\" } }", "kinds[0].service.log_normal.variation: is 0", "above 0" },
        { "{ \"exponential\": { \"mean\": \"300s\" } }", "{ \"uniform\": { \"least\": \"9s\", \"most\": \"3s\" } }", "kinds[0].service.uniform.most", "not less" },
        { ", \"service\": { \"exponential\": { \"mean\": \"300s\" } }", "", "kinds[0].service: is missing", "" },
        { "\"name\": \"calls\"", "\"name\": \"\"", "kinds[0].name: is empty", "" },
        { "\"from\": \"2026-03-02\"", "\"from\": \"yesterday\"", "from: is 'yesterday'", "a day such as" },
        { "\"from\": \"2026-03-02\", ", "", "does not say 'from'", "--from" },
        { "\"until\": \"2026-03-03\"", "\"until\": \"2026-03-01\"", "", "an end after the beginning" },
    };

    [Theory]
    [MemberData(nameof(BadTraffic))]
    public void BadTraffic_IsToldWithFileAndPath(string good, string bad, string wrong, string right)
    {
        Assert.Equal(2, Run(Files(Policy, Agents, Traffic.Replace(good, bad, StringComparison.Ordinal))));

        Assert.Contains(wrong.Length == 0 ? "--from, --until: " : $"traffic.json: {wrong}", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains(right, _errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public void FilesThatAreNotThere_AndBothOrNeitherOfLogAndTraffic_AreTold()
    {
        Assert.Equal(2, Run(["--policy", "/nowhere.yaml", "--agents", "/nobody.yaml"]));
        Assert.Contains("/nowhere.yaml: it cannot be read", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("/nobody.yaml: it cannot be read", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("--log, --traffic: one of the two", _errors.ToString(), StringComparison.Ordinal);

        Assert.Equal(2, Run([.. Files(Policy, Agents, Traffic)[..4], "--log", Write("log.csv", "date,call\n")]));
        Assert.Contains("log.csv:1: the first line may be", _errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--runs", "x", "--runs is 'x': write a whole number, 1 to 1000.")]
    [InlineData("--runs", "1001", "--runs is '1001': write a whole number, 1 to 1000.")]
    [InlineData("--seed", "-1", "--seed is '-1': write a whole number, 0 or more.")]
    [InlineData("--from", "soon", "--from is 'soon': write 2026-03-02, or 2026-03-02T08:00.")]
    public void AWordThatIsNoNumberOrTime_IsToldWithWhatToWrite(string option, string word, string expected)
    {
        Assert.Equal(1, Run([.. Files(Policy, Agents, Traffic), option, word]));

        Assert.StartsWith(expected, _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AReportThatCannotBeWritten_IsTold()
    {
        Assert.Equal(1, Run([.. Files(Policy, Agents, Traffic), "--report", "/nowhere/report.html"]));

        Assert.Contains("simulate: Could not find a part of the path '/nowhere/report.html'.", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ContactsThatNobodyCanServe_AreAWarning()
    {
        var agents = """{ "agents": [{ "agentId": "dana", "languages": [{ "language": "en", "level": 5 }] }] }""";
        var traffic = Traffic.Replace("\"queue\": \"service\"", "\"queue\": \"service\", \"languages\": [{ \"language\": \"lt\" }]", StringComparison.Ordinal);

        Assert.Equal(0, Run(Files(Policy, agents, traffic)));

        Assert.Contains("kinds[0].ticket: no agent of", _output.ToString(), StringComparison.Ordinal);
        var played = LastLine().GetProperty("policies")[0];
        Assert.Equal(played.GetProperty("all").GetProperty("entered").GetInt32(), played.GetProperty("unfinished").GetInt32());
    }

    private static string Demo(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Router.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "demo", file);
    }

    private int Run(string[] args) => SimulateCommand.Run(["run", .. args], _output, _errors);

    private string[] Files(string policy, string agents, string traffic) =>
        ["--policy", Write("policy.json", policy), "--agents", Write("agents.json", agents), "--traffic", Write("traffic.json", traffic)];

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private JsonElement LastLine()
    {
        using var json = JsonDocument.Parse(_output.ToString().TrimEnd().Split('\n')[^1]);
        return json.RootElement.Clone();
    }
}
