using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Router.Server.Store;

/// <summary>Checks <see cref="RedisOptions"/> at start and names all mistakes at once.</summary>
internal sealed class RedisOptionsValidator : IValidateOptions<RedisOptions>
{
    public ValidateOptionsResult Validate(string? name, RedisOptions options)
    {
        var mistakes = new List<string>();
        if (options.Configuration.Length > 0)
        {
            CheckConfiguration(options.Configuration, mistakes);
        }
        else
        {
            CheckNotEmpty(nameof(options.DataFolder), options.DataFolder, mistakes);
            CheckNotEmpty(nameof(options.ServerPath), options.ServerPath, mistakes);
        }

        CheckRange(nameof(options.ConnectSeconds), options.ConnectSeconds, 1, 600, mistakes);
        CheckRange(nameof(options.ConfirmingReplicas), options.ConfirmingReplicas, 1, 10, mistakes);
        CheckRange(nameof(options.EventsKept), options.EventsKept, 1_000, 1_000_000_000, mistakes);
        CheckRange(nameof(options.EventsKeptDays), options.EventsKeptDays, 1, 365, mistakes);
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static void CheckConfiguration(string configuration, List<string> mistakes)
    {
        const string Expected = "it may be host:port[,name=value…] as StackExchange.Redis reads it, or empty for a private Redis";
        try
        {
            if (ConfigurationOptions.Parse(configuration, ignoreUnknown: false).EndPoints.Count == 0)
            {
                mistakes.Add($"{RedisOptions.Section}:Configuration names no server; {Expected}.");
            }
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException)
        {
            mistakes.Add($"{RedisOptions.Section}:Configuration is malformed ({malformed.Message}); {Expected}.");
        }
    }

    private static void CheckNotEmpty(string key, string value, List<string> mistakes)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            mistakes.Add($"{RedisOptions.Section}:{key} is empty; it may be a path.");
        }
    }

    private static void CheckRange(string key, long value, long least, long most, List<string> mistakes)
    {
        if (value < least || value > most)
        {
            mistakes.Add($"{RedisOptions.Section}:{key} is {value}; it may be {least} to {most}.");
        }
    }
}
