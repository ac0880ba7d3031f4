using Router.Engine.Properties.Drawing;

namespace Router.Engine.Properties;

/// <summary>The same commands at the same times give the same facts, whatever the batches were and however often the engine crashed.</summary>
public sealed class ReplayTests
{
    private const int Steps = 220;
    private const int EverySoMany = 3;

    [Fact]
    public void The_same_commands_at_the_same_times_give_the_same_facts_answers_and_state() =>
        Compare((random, _) => random.Next(3) == 0, crashes: false);

    [Fact]
    public void An_engine_that_is_loaded_after_every_input_gives_the_same_facts_as_one_that_never_stopped() =>
        Compare((_, _) => true, crashes: true);

    [Fact]
    public void An_engine_that_is_loaded_at_random_gives_the_same_facts_as_one_that_never_stopped() =>
        Compare((random, _) => random.Next(20) == 0, crashes: true);

    private static void Compare(Func<Random, int, bool> batchEnds, bool crashes)
    {
        foreach (var seed in Seeds.All().Where(s => s % EverySoMany == 0))
        {
            var scenario = Scenario.Draw(seed, Steps);
            if (Difference(scenario, batchEnds, crashes) is { } difference)
            {
                var smallest = Shrinker.Shrink(scenario, s => Difference(s, batchEnds, crashes) is not null);
                var log = new Player(smallest, writesLog: true).Play().Log;
                Assert.Fail($"Seed {seed}: {difference}\nCut down to {smallest.Steps.Count} steps: {Difference(smallest, batchEnds, crashes)}\n{log}");
            }
        }
    }

    private static string? Difference(Scenario scenario, Func<Random, int, bool> batchEnds, bool crashes)
    {
        var inputs = new Player(scenario).Play().Inputs;
        var random = new Random(scenario.Seed);
        var ends = inputs.Select((_, i) => batchEnds(random, i)).ToList();
        var first = Replay.Of(inputs, scenario.ClockSpeed, _ => true, _ => false);
        var second = Replay.Of(inputs, scenario.ClockSpeed, i => ends[i], _ => crashes);
        return FirstDifference("Fact", first.Facts(), second.Facts())
            ?? FirstDifference("Answer", first.Answers, second.Answers)
            ?? FirstDifference("State", [first.State()], [second.State()])
            ?? FirstDifference("Query", [first.Queries()], [second.Queries()]);
    }

    private static string? FirstDifference(string what, IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            var (one, other) = (left.ElementAtOrDefault(i) ?? "nothing", right.ElementAtOrDefault(i) ?? "nothing");
            if (one != other)
            {
                var at = one.Zip(other).TakeWhile(c => c.First == c.Second).Count();
                return $"{what} {i + 1} differs at {at}: …{Around(one, at)}… without a crash, …{Around(other, at)}… with.";
            }
        }

        return null;
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 300)..Math.Min(text.Length, at + 100)];
}
