using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Router.Server.Store;

namespace Router.Server.Hosting;

/// <summary>Runs the server until it is told to stop.</summary>
internal static class RouterProcess
{
    /// <summary>Starts the server and waits for its end. Why it cannot start is written to the standard error.</summary>
    /// <param name="app">The server.</param>
    /// <param name="map">Maps what can be called; makes services of it, so that it comes after the settings were looked at.</param>
    /// <returns>The exit code, see <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunToExitCodeAsync(this WebApplication app, Action map)
    {
        await using (app)
        {
            try
            {
                // The host itself makes the services first, and the first that reads its settings would hide the others' mistakes.
                app.Services.GetRequiredService<IStartupValidator>().Validate();
                map();
                await app.StartAsync();
            }
            catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
            {
                return ExitCode.Stopped;
            }
            catch (Exception error)
            {
                var (message, exitCode) = Explain(error);
                await Console.Error.WriteLineAsync(message);
                return exitCode;
            }

            await app.WaitForShutdownAsync();
            return ExitCode.Stopped;
        }
    }

    private static (string Message, int ExitCode) Explain(Exception error) => error switch
    {
        OptionsValidationException one => (Mistakes([one]), ExitCode.WrongSettings),
        AggregateException many when many.InnerExceptions.All(e => e is OptionsValidationException) =>
            (Mistakes(many.InnerExceptions.Cast<OptionsValidationException>()), ExitCode.WrongSettings),
        IOException { InnerException: AddressInUseException } =>
            ($"{error.Message} End the other process, or choose other ports by {ListenOptions.Section}:GrpcPort and {ListenOptions.Section}:HttpPort.",
                ExitCode.PortInUse),
        StoreRefusedException or StoreUnavailableException => (error.Message, ExitCode.Refused),
        _ => (error.ToString(), ExitCode.Failed),
    };

    private static string Mistakes(IEnumerable<OptionsValidationException> errors)
    {
        var mistakes = errors.SelectMany(e => e.Failures).Distinct().ToArray();
        return $"The server cannot start: {mistakes.Length} of its settings may not be so.\n- {string.Join("\n- ", mistakes)}";
    }
}
