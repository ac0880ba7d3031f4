using System.CommandLine;
using System.CommandLine.Parsing;
using Router.Documents;
using Router.Simulations.Truth;

namespace Router.Simulations.Commands;

/// <summary><c>simulate truth</c>.</summary>
internal static class TruthCommand
{
    private const int MostAgents = 1_000;
    private const double MostFactor = 1_000;

    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var seed = SeedOption.Create("The seed of chance.");
        var share = new Option<double?>("--share")
        {
            Description = "How much of the usual length; below 1 the precision asked for is not judged.",
            DefaultValueFactory = _ => 1,
            CustomParser = MoreThanNothing("--share"),
        };
        var only = new Option<string>("--only") { Description = "Only examples whose name begins so.", DefaultValueFactory = _ => "" };
        var agents = new Option<int?>("--more-agents")
        {
            Description = "Made wrong on purpose: so many agents too many, in each group.",
            CustomParser = ValueForm.Of<int>("--more-agents", $"a whole number, 0 to {MostAgents}", n => n is >= 0 and <= MostAgents),
        };
        var service = new Option<double?>("--service-factor")
        {
            Description = "Made wrong on purpose: what every service time is multiplied by.",
            DefaultValueFactory = _ => 1,
            CustomParser = MoreThanNothing("--service-factor"),
        };
        var command = new Command("truth", "Compares what comes out with exact formulas and published examples; ends with 3 when it is not the same.")
        {
            seed, share, only, agents, service,
        };
        command.SetAction(parsed => TruthRun.Run(
            parsed.InvocationConfiguration.Output,
            parsed.GetValue(seed)!.Value,
            parsed.GetValue(share)!.Value,
            new Spoil(parsed.GetValue(agents) ?? 0, parsed.GetValue(service)!.Value),
            parsed.GetValue(only)!));
        return command;
    }

    private static Func<ArgumentResult, double?> MoreThanNothing(string name) =>
        ValueForm.Of<double>(name, $"a number more than 0, at most {MostFactor:0}, such as 0.1", n => n is > 0 and <= MostFactor);
}
