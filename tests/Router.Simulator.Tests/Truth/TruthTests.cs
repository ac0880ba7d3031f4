using System.Text.Json;
using Router.Simulations.Commands;
using Router.Simulations.Truth;

namespace Router.Simulator.Tests.Truth;

/// <summary><c>simulate truth</c> in short: the figures are what they must be, and it notices when the simulation is wrong.</summary>
public sealed class TruthTests
{
    private const ulong Seed = 1;
    private const double Short = .01;

    /// <summary>Short runs have large errors; with so many of them none is off by chance alone.</summary>
    private const double ManyErrors = 4;

    public static TheoryData<string> Quick() => ["Erlang C 1,", "Erlang A 4.2", "SimpleMSK", "Bilingual"];

    public static TheoryData<string> All() => [.. Examples.All.Select(example => example.Name)];

    [Theory]
    [MemberData(nameof(Quick))]
    public void Figures_OfAnExample_AreWhatTheyMustBe(string name) => Assert.All(
        VerdictsOf(name, Spoil.Nothing), verdict => Assert.True(verdict.Errors < ManyErrors, $"{verdict.Figure} must be {verdict.Expected.Value}"));

    [Theory]
    [InlineData("Erlang C 1,")]
    [InlineData("Erlang A 4.2")]
    public void Figures_WithOneAgentMore_AreNotTrue(string name) => Assert.Contains(VerdictsOf(name, new Spoil(1, 1)), verdict => !verdict.IsTrue);

    [Theory]
    [InlineData("Erlang C 1,")]
    [InlineData("Erlang A 4.2")]
    public void Figures_WithLongerServices_AreNotTrue(string name) => Assert.Contains(VerdictsOf(name, new Spoil(0, 1.03)), verdict => !verdict.IsTrue);

    [Theory]
    [Trait("Category", "long")]
    [MemberData(nameof(All))]
    public void Figures_OfEachExample_AreTrue_AndNotWhenItIsSpoiled(string name)
    {
        Assert.All(VerdictsOf(name, Spoil.Nothing, share: .5), verdict => Assert.True(verdict.IsTrue, $"{verdict.Figure} must be {verdict.Expected.Value}"));
        Assert.Contains(VerdictsOf(name, new Spoil(1, 1), share: .5), verdict => !verdict.IsTrue);
        Assert.Contains(VerdictsOf(name, new Spoil(0, 1.03), share: .5), verdict => !verdict.IsTrue);
    }

    [Fact]
    public void Figures_OfTheSameSeed_AreTheSame() =>
        Assert.Equal(FiguresOf("Erlang C 1,", Spoil.Nothing, Short), FiguresOf("Erlang C 1,", Spoil.Nothing, Short));

    [Theory]
    [InlineData("", 0, true)]
    [InlineData("--more-agents=1", TruthRun.NotTrue, false)]
    [InlineData("--service-factor=1.03", TruthRun.NotTrue, false)]
    public void Command_EndsWithItsFiguresAsJson_AndSaysByItsStatusWhetherTheyAreTrue(string spoiled, int status, bool ok)
    {
        var output = new StringWriter();
        string[] args = ["truth", "--share", "0.05", "--only", "Erlang A 5", .. spoiled.Length > 0 ? new[] { spoiled } : []];

        Assert.Equal(status, SimulateCommand.Run(args, output));

        using var json = JsonDocument.Parse(output.ToString().TrimEnd().Split('\n')[^1]);
        Assert.Equal(ok, json.RootElement.GetProperty("ok").GetBoolean());
        Assert.Equal(2, json.RootElement.GetProperty("figures").GetInt32());
    }

    [Fact]
    public void Command_WithANameThatNoExampleHas_SaysWhichThereAre()
    {
        var errors = new StringWriter();

        Assert.Equal(1, SimulateCommand.Run(["truth", "--only", "Erlang X"], TextWriter.Null, errors));

        Assert.Contains("SimpleMSK", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reference_NamesEveryFigure_AndNoOther()
    {
        var names = Examples.All.SelectMany(example => Reference.Read().Keys.Where(key => key.StartsWith($"{example.Name}/", StringComparison.Ordinal)));

        Assert.Equal(Reference.Read().Keys.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    private static List<Verdict> VerdictsOf(string name, Spoil spoil, double share = Short)
    {
        var expected = Reference.Read();
        return [.. FiguresOf(name, spoil, share).Select(figure => new Verdict(figure, expected[figure.Name]))];
    }

    private static IReadOnlyList<Figure> FiguresOf(string name, Spoil spoil, double share) =>
        Examples.All.Single(example => example.Name.StartsWith(name, StringComparison.Ordinal)).Run(Seed, share, spoil);
}
