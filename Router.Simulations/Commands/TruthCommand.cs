using System.CommandLine;
using Router.Simulations.Truth;

namespace Router.Simulations.Commands;

/// <summary><c>simulate truth</c>.</summary>
internal static class TruthCommand
{
    private const ulong DefaultSeed = 1;

    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var seed = new Option<ulong>("--seed") { Description = "The seed of chance.", DefaultValueFactory = _ => DefaultSeed };
        var share = new Option<double>("--share")
        {
            Description = "How much of the usual length; below 1 the precision asked for is not judged.",
            DefaultValueFactory = _ => 1,
        };
        var only = new Option<string>("--only") { Description = "Only examples whose name begins so.", DefaultValueFactory = _ => "" };
        var agents = new Option<int>("--more-agents") { Description = "Made wrong on purpose: so many agents too many, in each group." };
        var service = new Option<double>("--service-factor")
        {
            Description = "Made wrong on purpose: what every service time is multiplied by.",
            DefaultValueFactory = _ => 1,
        };
        var command = new Command("truth", "Compares what comes out with exact formulas and published examples; ends with 3 when it is not the same.")
        {
            seed, share, only, agents, service,
        };
        command.SetAction(parsed => TruthRun.Run(
            parsed.InvocationConfiguration.Output,
            parsed.GetValue(seed),
            parsed.GetValue(share),
            new Spoil(parsed.GetValue(agents), parsed.GetValue(service)),
            parsed.GetValue(only)!));
        return command;
    }
}
