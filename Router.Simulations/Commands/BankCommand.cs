using System.CommandLine;
using Router.Documents;
using Router.Simulations.Bank;
using Router.Simulations.Scenarios;
using Router.Simulator.Reports;

namespace Router.Simulations.Commands;

/// <summary><c>simulate bank</c>.</summary>
internal static class BankCommand
{
    private const string DefaultLog = "demo/bank-1999-08-01-to-14.csv.gz";

    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var from = Day("--from", "The first day (default: the log's first).");
        var to = Day("--to", "The last day (default: the log's last).");
        var log = new Option<string>("--log")
        {
            Description = "A log of the form of docs/replay.md, perhaps compressed (.gz).",
            DefaultValueFactory = _ => DefaultLog,
        };
        var seed = SeedOption.Create("The first seed of chance.");
        var report = new Option<string>("--report") { Description = "Where to write charts of the reported days as HTML, with a JSON file beside it." };
        var command = new Command("bank", "Plays a bank's log again: calibrates on the first half of the days, and compares rules on the rest.")
        {
            from, to, log, seed, report,
        };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var first = parsed.GetValue(seed)!.Value;
            var rows = RunPlan.ReadLog(parsed.GetValue(log)!);
            var result = BankRun.Run(rows, parsed.GetValue(from) ?? DateOnly.MinValue, parsed.GetValue(to) ?? DateOnly.MaxValue, first);
            var lines = BankText.Lines(result).ToList();
            lines.ForEach(output.WriteLine);
            if (parsed.GetValue(report) is { } path)
            {
                var title = $"{Path.GetFileName(parsed.GetValue(log))}, {result.Reported[0].Date:O} to {result.Reported[^1].Date:O}";
                Report.Write(path, title, lines, BankRun.Report(rows, result, first));
            }

            output.WriteLine(BankText.Json(result, first));
        });
        return command;
    }

    private static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "day",
        CustomParser = ValueForm.Of<DateOnly>(name, "a day, such as 1999-08-01"),
    };
}
