using System.Text.Json;
using Router.Simulations.Commands;
using Router.Simulations.Estimates;

namespace Router.Simulator.Tests.Estimates;

/// <summary>The real engine: the figures are the same in every run, as the seeds are.</summary>
public sealed class EstimatesRunTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("3")]
    [InlineData("4")]
    [InlineData("5")]
    [InlineData("6")]
    public void What_is_told_is_true_enough(string setting)
    {
        var (exit, last) = Simulate("--only", setting, "--minutes", "4000", "--seeds", "2", "--seed", "0");

        Assert.Equal((0, true, 0), (exit, last.GetProperty("ok").GetBoolean(), last.GetProperty("outside").GetInt32()));
        Assert.InRange(last.GetProperty("settings")[0].GetProperty("coverage").GetDouble(), 0.88, 0.93);
    }

    [Fact]
    [Trait("Category", "long")]
    public void What_is_told_is_true_enough_in_all_settings_with_every_seed()
    {
        var (exit, last) = Simulate();

        Assert.True(exit == 0, last.ToString());
    }

    [Fact]
    public void The_engine_records_of_each_promise_what_a_watcher_counts()
    {
        var measured = SettingRun.Run(Settings.All[2], minutes: 2_000, seed: 7);

        // Those who were told before what counts, or are judged after the end, are few.
        Assert.InRange(measured.Recorded.Count, measured.WithGivenUp.Count - 30, measured.WithGivenUp.Count + 30);
        Assert.Equal(measured.WithGivenUp.Value, measured.Recorded.Value, 2);
        Assert.True(measured.WithGivenUp.Count > measured.All.Count);
    }

    [Theory]
    [InlineData(100, 110, 0.5, "promises were kept")]
    [InlineData(85, 110, 0.5, "promises were kept")]
    [InlineData(90, 130, 0.5, "Asterisk")]
    [InlineData(90, 110, 3, "times the mean wait")]
    public void What_is_outside_is_said(int kept, double estimate, double promise, string said)
    {
        var measured = new Measures(1);
        for (var i = 0; i < 2_000; i++)
        {
            measured.Add(0, new Told(estimate, i % 100 < kept ? Math.Max(100, promise * 200) : 99, 80, 0), 100);
        }

        var verdict = new SettingVerdict(Settings.All[1], measured);

        Assert.Contains(verdict.Mistakes(), mistake => mistake.Contains(said, StringComparison.Ordinal));
    }

    private static (int Exit, JsonElement Last) Simulate(params string[] options)
    {
        using var output = new StringWriter();
        var exit = SimulateCommand.Run(["estimates", .. options], output);
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (exit, JsonDocument.Parse(lines[^1]).RootElement);
    }
}
