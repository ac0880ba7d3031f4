using Router.Engine.Properties.Checks;
using Router.Engine.Properties.Drawing;
using Xunit.Abstractions;

namespace Router.Engine.Properties;

/// <summary>Whatever comes in whatever order, the promises hold after every transition.</summary>
public sealed class InvariantTests(ITestOutputHelper output)
{
    private const int Steps = 220;

    [Fact]
    public void The_promises_hold_after_every_transition_of_random_scenarios()
    {
        var commands = 0;
        foreach (var seed in Seeds.All())
        {
            var scenario = Scenario.Draw(seed, Steps);
            if (Failure(scenario, log: false, out var inputs) is not null)
            {
                Assert.Fail(Story(scenario));
            }

            commands += inputs;
        }

        output.WriteLine($"{commands} inputs played.");
    }

    private static string Story(Scenario failing)
    {
        var problem = Failure(failing, log: false, out _)!.Message;
        var smallest = Shrinker.Shrink(failing, s => Failure(s, log: false, out _) is not null);
        var player = new Player(smallest, new Invariants(smallest.ClockSpeed).Check, writesLog: true);
        var last = Record.Exception(() => player.Play());
        return $"Seed {failing.Seed}: {problem}\nCut down to {smallest.Steps.Count} steps: {last}\n{player.Log}";
    }

    private static Exception? Failure(Scenario scenario, bool log, out int inputs)
    {
        var player = new Player(scenario, new Invariants(scenario.ClockSpeed).Check, writesLog: log);
        var failure = Record.Exception(() => player.Play());
        inputs = player.Inputs.Count;
        return failure;
    }
}
