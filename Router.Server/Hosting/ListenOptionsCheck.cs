using System.Net;
using Microsoft.Extensions.Options;
using Router.Server.Clock;

namespace Router.Server.Hosting;

/// <summary>What <see cref="ListenOptions"/> may be, and what may only be used on this machine alone.</summary>
internal sealed class ListenOptionsCheck(IEnumerable<IConfigureOptions<ClockOptions>> clock) : IValidateOptions<ListenOptions>
{
    public ValidateOptionsResult Validate(string? name, ListenOptions options)
    {
        var mistakes = new List<string>();
        if (!IPAddress.TryParse(options.Address, out _))
        {
            mistakes.Add($"{ListenOptions.Section}:Address is '{options.Address}': it may be an IP address such as 127.0.0.1, 0.0.0.0 or ::1.");
        }

        CheckPort(mistakes, nameof(options.GrpcPort), options.GrpcPort);
        CheckPort(mistakes, nameof(options.HttpPort), options.HttpPort);
        if (options.GrpcPort == options.HttpPort && options.GrpcPort != 0)
        {
            mistakes.Add($"{ListenOptions.Section}:GrpcPort and HttpPort are both {options.GrpcPort}: they need a port each.");
        }

        if (!options.IsLoopback && HasArtificialClock())
        {
            mistakes.Add(
                $"{ListenOptions.Section}:Address is {options.Address} while {ClockOptions.Section} is not real time: that may only be used on a loopback address.");
        }

        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    // Read without its own check, whose mistakes are reported by itself.
    private bool HasArtificialClock()
    {
        var options = new ClockOptions();
        foreach (var source in clock)
        {
            source.Configure(options);
        }

        return options.IsArtificial;
    }

    private static void CheckPort(List<string> mistakes, string key, int port)
    {
        if (port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            mistakes.Add($"{ListenOptions.Section}:{key} is {port}: it may be 1 to {IPEndPoint.MaxPort}, or 0 for a free port.");
        }
    }
}
