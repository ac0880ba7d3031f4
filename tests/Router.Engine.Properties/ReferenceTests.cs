using Router.Engine.Properties.Drawing;
using Router.Engine.Properties.Mutants;
using Router.Engine.Properties.Reference;
using Xunit.Abstractions;

namespace Router.Engine.Properties;

/// <summary>Whatever comes in whatever order, the engine does what the model says, and the promises hold.</summary>
public sealed class ReferenceTests(PropertiesReport report, ITestOutputHelper output) : IClassFixture<PropertiesReport>
{
    private const int CommandsForMutant = 20_000;

    public static TheoryData<int> Parts => [.. Enumerable.Range(0, Seeds.Parts)];

    public static TheoryData<string> Mistakes => [.. Mutant.All.Select(m => m.Mistake)];

    [Theory]
    [MemberData(nameof(Parts))]
    public void The_engine_does_what_the_model_says(int part)
    {
        var (first, last, played) = (0, 0, 0);
        foreach (var seed in Seeds.OfPart(part))
        {
            if (played >= Seeds.CommandsOfPart)
            {
                break;
            }

            first = first == 0 ? seed : first;
            last = seed;
            var scenario = Scenario.Draw(seed, Contest.Steps);
            if (Contest.Play(scenario, out var commands) is not null)
            {
                report.Violations++;
                Assert.Fail(Contest.Story(scenario));
            }

            played += commands;
            report.Commands += commands;
        }

        report.Played(first, last);
    }

    [Fact]
    public void An_engine_compiled_like_the_mutants_without_a_mistake_is_not_found() =>
        Assert.Equal(0, MutatedEngine.CommandsToFind(Mutant.None, CommandsForMutant / 4));

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void An_engine_that(string mistake)
    {
        var commands = MutatedEngine.CommandsToFind(Mutant.All.Single(m => m.Mistake == mistake), CommandsForMutant);
        output.WriteLine($"Found after {commands} commands.");

        Assert.InRange(commands, 1, CommandsForMutant);
        report.MutantsCaught++;
    }
}
