using System.CommandLine;
using System.Security.Cryptography;
using Router.Documents;
using Router.Simulations.Estimates;

namespace Router.Simulations.Commands;

/// <summary><c>simulate estimates</c>.</summary>
internal static class EstimatesCommand
{
    private const int MostMinutes = 10_000_000;
    private const int MostSeeds = 1_000;
    private const int MostSeed = 1_000_000_000;

    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var minutes = new Option<int?>("--minutes")
        {
            Description = "Minutes of each run that count.",
            DefaultValueFactory = _ => EstimatesRun.Minutes,
            CustomParser = ValueForm.Of<int>("--minutes", $"a whole number, 1 to {MostMinutes}", n => n is >= 1 and <= MostMinutes),
        };
        var seeds = new Option<int?>("--seeds")
        {
            Description = "Runs with the seeds 1, 2, …",
            DefaultValueFactory = _ => EstimatesRun.FixedSeeds,
            CustomParser = ValueForm.Of<int>("--seeds", $"a whole number, 0 to {MostSeeds}", n => n is >= 0 and <= MostSeeds),
        };
        var seed = new Option<int?>("--seed")
        {
            Description = "The seed of one more run; 0 leaves it out.",
            DefaultValueFactory = _ => RandomNumberGenerator.GetInt32(EstimatesRun.FixedSeeds + 1, MostSeed),
            CustomParser = ValueForm.Of<int>("--seed", "a whole number, 0 or more", n => n >= 0),
        };
        var only = new Option<string>("--only") { Description = "Only settings whose name begins so.", DefaultValueFactory = _ => "" };
        var command = new Command("estimates", "Measures how true the waiting times are that customers are told; ends with 3 when they are not true enough.")
        {
            minutes, seeds, seed, only,
        };
        command.SetAction(parsed => EstimatesRun.Run(
            parsed.InvocationConfiguration.Output,
            parsed.GetValue(minutes)!.Value,
            parsed.GetValue(seeds)!.Value,
            parsed.GetValue(seed) is > 0 and var one ? (ulong)one : null,
            parsed.GetValue(only)!));
        return command;
    }
}
