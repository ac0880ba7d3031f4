using System.Diagnostics;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Router.Cli.Commands;
using Router.Policies.Shape;
using Router.Testing;
using Router.V1;

namespace Router.Clients.Tests.Cli;

public sealed class CommandLineTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("router-cli-").FullName;
    private FakeTicketServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await FakeTicketServer.StartAsync();
        await File.WriteAllTextAsync(KeyFile, new string('k', 40));
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Submit_AllOptions_AreSent()
    {
        var (exit, _, errors) = await RunAsync(
            "submit", "call", "--queue", "bank", "--source", "exchange", "--external-id", "7", "--priority", "2", "--segment", "gold",
            "--language", "he:4", "--language", "ru:3@60", "--skill", "PS", "--skill", "NE:2", "--customer", "c9", "--name", "Ruth",
            "--address", "+1 555", "--subject", "A card", "--text", "Hello", "--attribute", "line=AA01", "--time-to-live", "600", "--at", "2026-03-01T12:00:00Z");

        Assert.Equal((0, ""), (exit, errors));
        Assert.Equal(
            new SubmitRequest
            {
                Source = "exchange",
                ExternalId = "7",
                Channel = "call",
                Queue = "bank",
                Priority = 2,
                Segment = "gold",
                Languages =
                {
                    new LanguageRequirement { Language = "he", MinLevel = 4 },
                    new LanguageRequirement { Language = "ru", MinLevel = 3, After = Duration.FromTimeSpan(TimeSpan.FromSeconds(60)) },
                },
                Skills = { new SkillLevel { Skill = "PS", Level = 1 }, new SkillLevel { Skill = "NE", Level = 2 } },
                Customer = new Customer { Id = "c9", Name = "Ruth", Address = "+1 555" },
                Subject = "A card",
                Text = "Hello",
                Attributes = { ["line"] = "AA01" },
                ScheduleAt = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).ToTimestamp(),
                TimeToLive = Duration.FromTimeSpan(TimeSpan.FromMinutes(10)),
            },
            _server.Submitted);
        Assert.Equal(("adapter", "exchange"), (_server.Token!.GetClaim("role").Value, _server.Token.GetClaim("source").Value));
    }

    [Fact]
    public async Task Submit_EmailFile_SendsItsHeadersAndText()
    {
        var file = Path.Combine(_folder, "letter.eml");
        await File.WriteAllTextAsync(file, "From: Рут <ruth@example.org>\nSubject: Счёт\nContent-Language: ru\n\nЗдравствуйте!\n");

        await RunAsync("submit", "email", "--queue", "email", "--file", file);

        var sent = _server.Submitted!;
        Assert.Equal(("Счёт", "Здравствуйте!", "ru", "Рут", "ruth@example.org"), (sent.Subject, sent.Text, sent.TextLanguage, sent.Customer.Name, sent.Customer.Address));
        Assert.Equal("ru", Assert.Single(sent.Languages).Language);
        Assert.Equal(("cli", 32), (sent.Source, sent.ExternalId.Length));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Submit_EmailFile_IsKnownByItsMessageIdAsLongAsTheServerTakesIt(int more, bool isTaken)
    {
        var id = new string('m', FieldLimits.ExternalIdBytes + more);
        var file = Path.Combine(_folder, "letter.eml");
        await File.WriteAllTextAsync(file, $"From: ruth@example.org\nMessage-ID: <{id}>\n\nHello\n");

        await RunAsync("submit", "email", "--queue", "email", "--file", file);

        Assert.Equal(isTaken, _server.Submitted!.ExternalId == id);
        Assert.Equal(isTaken ? id.Length : 32, _server.Submitted.ExternalId.Length);
    }

    [Fact]
    public async Task Submit_WaitingTicket_PrintsPlaceAndWhatMayBeTold()
    {
        _server.Answer = new SubmitResponse
        {
            TicketId = "T1",
            Created = true,
            State = TicketState.Queued,
            CapabilityToken = "secret",
            Waiting = new WaitingTime
            {
                Position = 3,
                Estimate = Duration.FromTimeSpan(TimeSpan.FromSeconds(130)),
                Promise = Duration.FromTimeSpan(TimeSpan.FromSeconds(3_720)),
                Confidence = Confidence.Low,
            },
        };

        var (_, output, _) = await RunAsync("submit", "call", "--queue", "bank");

        Assert.Equal(
            """
            ticket      T1
            state       queued
            waiting     position 3, about 2 min 10 s, in 9 of 10 cases at most 1 h 2 min, few measured so far
            capability  secret

            """,
            output);
    }

    [Fact]
    public async Task Message_Text_IsAppendedOnce()
    {
        var (exit, output, _) = await RunAsync("message", "T1", "--text", "And my PIN?", "--source", "web");

        Assert.Equal((0, "message 4\n"), (exit, output));
        Assert.Equal(("T1", "And my PIN?", 32), (_server.Appended!.TicketId, _server.Appended.Text, _server.Appended.RequestId.Length));
        Assert.Equal("web", _server.Token!.GetClaim("source").Value);
    }

    [Fact]
    public async Task Reschedule_ATime_IsSentAndTheStatePrinted()
    {
        var (exit, output, errors) = await RunAsync("reschedule", "T1", "--at", "2026-03-01T12:00:00Z");

        Assert.Equal((0, "scheduled\n", ""), (exit, output, errors));
        Assert.Equal(("T1", "2026-03-01T12:00:00Z", 32), (_server.Rescheduled!.TicketId, _server.Rescheduled.ScheduleAt.ToDateTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), _server.Rescheduled.RequestId.Length));
    }

    [Fact]
    public async Task CallBack_InHisTurnOrInAWindow_IsSentAsGiven()
    {
        var (exit, output, _) = await RunAsync("call-back", "T1", "+1 555");
        var inTurn = _server.CalledBack!;
        await RunAsync("call-back", "T2", "+1 555", "--from", "2026-03-01T12:00:00Z", "--until", "2026-03-01T14:00:00Z", "--zone", "Asia/Jerusalem");
        var window = _server.CalledBack!.CallBack;

        Assert.Equal(0, exit);
        Assert.StartsWith("queued, ", output, StringComparison.Ordinal);
        Assert.Equal(("T1", "+1 555", (Timestamp?)null), (inTurn.TicketId, inTurn.CallBack.Number, inTurn.CallBack.From));
        Assert.Equal((TimeSpan.FromHours(2), "Asia/Jerusalem"), ((window.Until - window.From).ToTimeSpan(), window.TimeZone));
    }

    [Fact]
    public async Task Get_UnknownTicket_SaysReasonMessageAndWhere()
    {
        var (exit, _, errors) = await RunAsync("get", "T9");

        Assert.Equal((1, "router: UNKNOWN_TICKET: There is no ticket T9. (field: ticket_id)\n"), (exit, errors));
    }

    [Fact]
    public async Task Explain_WaitingTicket_SaysWhyWhoAndWhoGoesFirst()
    {
        var (exit, output, errors) = await RunAsync("explain", "T1", "--agent", "ann");

        Assert.Equal((0, ""), (exit, errors));
        Assert.Equal(
            """
            T1 waits for Hebrew.
            ann is not signed in.
            step 0  open  bank he:4 PS:2: 3 registered, 2 signed in, 0 eligible, 2 at capacity
            step 1  opens 10:00:30  bank: 9 registered, 0 signed in, 0 eligible
            first   T0  call of bank, due 10:00:00
            first   and 3 more

            """,
            output);
    }

    [Fact]
    public async Task History_Ticket_IsALineForEachThingThatHappened()
    {
        var (exit, output, _) = await RunAsync("history", "T1");

        Assert.Equal((0, $"{DemoLog.At("10:00:00").UtcDateTime:yyyy-MM-dd} 10:00:00  T1 entered queue bank.\n"), (exit, output));
    }

    [Fact]
    public async Task Tickets_Closed_AreReadPageByPageUpToTheLimit()
    {
        var (exit, output, errors) = await RunAsync("tickets", "--closed", "--agent", "anna", "--customer", "c1", "--from", "2026-03-01T00:00Z", "--limit", "3");

        Assert.Equal((0, ""), (exit, errors));
        Assert.Equal(
            Enumerable.Range(0, 3).Select(i => $"{DemoLog.At("10:00:00").UtcDateTime:yyyy-MM-dd} 10:00:00  T{i}  expired  bank  call  anna  c1"),
            output.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Tickets_OfAState_AreAskedForByIt()
    {
        Assert.Contains("T0  wrapping_up  bank  call  -  -\n", (await RunAsync("tickets", "--state", "wrapping_up", "--limit", "1")).Output, StringComparison.Ordinal);
        Assert.Contains("T0  queued  bank", (await RunAsync("tickets", "--limit", "1")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_NoServerThere_SaysSo()
    {
        var nobody = $"http://127.0.0.1:{FreePort.Next()}/";

        var (exit, _, errors) = await RunAsync("get", "T9", "--server", nobody);

        Assert.Equal((1, $"router: No server answers at {nobody}. Start one, or name another with --server.\n"), (exit, errors));
    }

    [Fact]
    public async Task Help_NamesVariablesAndNeverShowsTheirValues()
    {
        string[] variables = ["ROUTER_TOKEN", "ROUTER_SERVER", "ROUTER_KEY_FILE", "ROUTER_WORKSPACE"];
        var commands = (await HelpAsync()).Split('\n').SkipWhile(line => line != "Commands:").Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .TakeWhile(words => words.Length > 0).Select(words => words[0]).ToList();
        Assert.Contains("agent", commands);
        foreach (var command in (string[][])[[], .. commands.Select(name => (string[])[name])])
        {
            var help = await HelpAsync(command);
            Assert.All(variables, variable => Assert.Contains($"${variable}", help, StringComparison.Ordinal));
            Assert.DoesNotContain("value-of-", help, StringComparison.Ordinal);
        }

        async Task<string> HelpAsync(params string[] command)
        {
            var start = new ProcessStartInfo("dotnet", [typeof(RouterCommand).Assembly.Location, .. command, "--help"]) { RedirectStandardOutput = true };
            foreach (var variable in variables)
            {
                start.Environment[variable] = $"value-of-{variable}";
            }

            using var process = Process.Start(start)!;
            return await Eventually.DoneAsync(process.StandardOutput.ReadToEndAsync(), "the help");
        }
    }

    [Theory]
    [InlineData("'--text' and '--file'", "submit", "call", "--queue", "bank", "--text", "a", "--file", "b")]
    [InlineData("write NAME=VALUE", "submit", "call", "--queue", "bank", "--attribute", "a")]
    [InlineData("channel", "submit")]
    [InlineData("No text: give --text or --file.", "message", "T1")]
    [InlineData("it may be an address such as", "get", "T1", "--server", "localhost")]
    [InlineData("Name the agent", "agent", "--auto")]
    [InlineData("write TERM:NUMBER", "events", "--after", "7")]
    [InlineData("supervisor", "token", "boss")]
    public async Task Command_WrongWords_SayWhatWouldBeRight(string expected, params string[] args)
    {
        var (exit, _, errors) = await RunAsync(args);

        Assert.Equal(1, exit);
        Assert.Contains(expected.Replace("'", "", StringComparison.Ordinal), errors.Replace("'", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_MalformedLog_PlaysNothing()
    {
        var log = Path.Combine(_folder, "log.csv");
        var lines = await File.ReadAllLinesAsync(DemoLog.Path);
        lines[^1] = lines[^1].Replace("1999", "199x", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(log, lines);

        var (exit, _, errors) = await RunAsync("replay", log, "--from", "10:00", "--to", "10:30");

        Assert.Equal(1, exit);
        Assert.StartsWith($"router: Nothing was played. {log}:2364: column date: '199x-08-02' may be a day such as", errors, StringComparison.Ordinal);
        Assert.Null(_server.Submitted);
    }

    private string KeyFile => Path.Combine(_folder, "key");

    [Fact]
    public async Task Stats_OfALongTime_IsReadInPiecesAndPrintedAsCsv()
    {
        var (exit, output, errors) = await RunAsync("stats", "--from", "2026-03-01T00:00Z", "--until", "2026-03-02T00:00Z", "--queue", "a, b");

        Assert.Equal((0, ""), (exit, errors));
        var lines = output.TrimEnd().Split('\n');
        Assert.StartsWith("from,until,queue,channel,language,entered,offers_made,answered,", lines[0], StringComparison.Ordinal);
        Assert.Equal(["2026-03-01T00:00:00Z,2026-03-01T12:00:00Z,\"a, b\",,,4,", "2026-03-01T12:00:00Z,2026-03-02T00:00:00Z,\"a, b\",,,4,"], lines[1..].Select(l => l[..53]));
        Assert.All(lines[1..], l => Assert.Contains(",,,0.75,,3,1.5,0,0,0,0,,,,,", l, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stats_OfANameLikeAFormula_IsNone() =>
        Assert.Contains(",\"'=bank\",", (await RunAsync("stats", "--from", "2026-03-01T00:00Z", "--until", "2026-03-01T06:00Z", "--by", "queue")).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("tickets", "--limit", "1", "--customer")]
    [InlineData("history")]
    [InlineData("explain")]
    public async Task TextOfAStranger_CannotSteerTheTerminal(params string[] words) =>
        Assert.Contains("·[31mDov", (await RunAsync([.. words, "\u001b[31mDov"])).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Stats_OfAgents_HasAColumnForEachReason() => Assert.Equal(
        "team,agent_id,handled,missed,declined,occupancy,longest_stretch,available,on_demand,away_break,idle,offered,handling,wrapping_up,resting\n"
        + "\"red, north\",anna,7,0,0,,,0,0,60,0,0,90,0,0\n",
        (await RunAsync("stats", "--agents", "--from", "2026-03-01T00:00Z")).Output);

    [Fact]
    public async Task Stats_ThatAreRefused_PrintNothing()
    {
        var (exit, output, errors) = await RunAsync("stats", "--from", "2026-03-01T00:00Z", "--until", "2026-03-02T00:00Z", "--by", "queue");

        Assert.Equal((1, "", "router: TOO_LARGE: Too many.\n"), (exit, output, errors));
    }

    [Fact]
    public async Task WhatIf_Report_ReplacesTheFileThatIsThere()
    {
        var report = Path.Combine(_folder, "report.html");
        await File.WriteAllTextAsync(report, "a longer one than the next");

        var (exit, _, errors) = await RunAsync("what-if", "--report", report);

        Assert.Equal((0, ""), (exit, errors));
        Assert.Equal("<p>page</p>", await File.ReadAllTextAsync(report));
    }

    [Theory]
    [InlineData("missing/report.html")]
    [InlineData(".")]
    public async Task WhatIf_ReportThatCannotBeWritten_SaysSo(string path)
    {
        var report = Path.Combine(_folder, path);

        var (exit, _, errors) = await RunAsync("what-if", "--report", report);

        Assert.Equal(1, exit);
        Assert.Contains($"the path '{Path.GetFullPath(report)}'", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stats_WithATimeThatIsNone_SaysWhatToWrite()
    {
        var (exit, _, errors) = await RunAsync("stats", "--from", "yesterday");

        Assert.Equal(1, exit);
        Assert.Contains("--from is 'yesterday': write 2026-03-01T12:15Z.", errors, StringComparison.Ordinal);
    }

    private async Task<(int Exit, string Output, string Errors)> RunAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        string[] server = args.Contains("--server") ? [] : ["--server", _server.Address];
        var exit = await Eventually.DoneAsync(
            RouterCommand.RunAsync([.. args, .. server, "--key-file", KeyFile], output, errors), $"router {string.Join(' ', args)}");
        return (exit, output.ToString(), errors.ToString());
    }
}
