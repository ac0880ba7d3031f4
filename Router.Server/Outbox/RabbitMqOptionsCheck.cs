using System.Net;
using Microsoft.Extensions.Options;

namespace Router.Server.Outbox;

/// <summary>What <see cref="RabbitMqOptions"/> may be.</summary>
internal sealed class RabbitMqOptionsCheck : IValidateOptions<RabbitMqOptions>
{
    public ValidateOptionsResult Validate(string? name, RabbitMqOptions options)
    {
        var mistakes = new List<string>();
        if (options.Host.Length > 0 && Uri.CheckHostName(options.Host) == UriHostNameType.Unknown)
        {
            mistakes.Add($"{Key(nameof(options.Host))} is '{options.Host}': it may be a host name or IP address without a port, or empty for no broker.");
        }

        if (options.Port is <= IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            mistakes.Add($"{Key(nameof(options.Port))} is {options.Port}: it may be 1 to {IPEndPoint.MaxPort}.");
        }

        CheckNotEmpty(mistakes, nameof(options.VirtualHost), options.VirtualHost);
        CheckNotEmpty(mistakes, nameof(options.Username), options.Username);
        CheckNotEmpty(mistakes, nameof(options.Password), options.Password);
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static void CheckNotEmpty(List<string> mistakes, string key, string value)
    {
        if (value.Length == 0)
        {
            mistakes.Add($"{Key(key)} is empty: it may be a text.");
        }
    }

    private static string Key(string name) => $"{RabbitMqOptions.Section}:{name}";
}
