using System.CommandLine;
using Router.CallLog;
using Router.Simulator.Play;

namespace Router.Simulations.Commands;

/// <summary>The command <c>simulate</c>.</summary>
internal static class SimulateCommand
{
    private const int Failed = 1;

    /// <summary>Runs one command line.</summary>
    /// <param name="args">The words after <c>simulate</c>.</param>
    /// <param name="output">Takes what it prints; null = the console.</param>
    /// <param name="errors">Takes what went wrong; null = the console.</param>
    /// <returns>0 done; 1 not understood or not possible; 2 a file is not of its form; 3 a figure is outside its bounds.</returns>
    public static int Run(string[] args, TextWriter? output = null, TextWriter? errors = null)
    {
        errors ??= Console.Error;
        var root = new RootCommand("Simulates a call centre: the real routing engine in virtual time.")
        {
            TruthCommand.Create(),
            EstimatesCommand.Create(),
            BankCommand.Create(),
            RunCommand.Create(),
        };
        try
        {
            return root.Parse(args).Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = output ?? Console.Out,
                Error = errors,
            });
        }
        catch (Exception failed) when (failed is SimulationException or MalformedLogException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"simulate: {failed.Message}");
            return Failed;
        }
    }
}
