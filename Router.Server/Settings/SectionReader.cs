using System.Reflection;
using Microsoft.Extensions.Options;

namespace Router.Server.Settings;

/// <summary>Reads a section of the configuration key by key, so that one unreadable value does not hide the next.</summary>
internal sealed class SectionReader<TOptions>(IConfiguration configuration, string section)
    : IConfigureOptions<TOptions>, IValidateOptions<TOptions>
    where TOptions : class
{
    private static readonly PropertyInfo[] Keys = [.. typeof(TOptions).GetProperties().Where(p => p.CanWrite)];

    private readonly IConfigurationSection _section = configuration.GetSection(section);

    public void Configure(TOptions options)
    {
        foreach (var key in Keys)
        {
            if (TryRead(key, out var value) && value is not null)
            {
                key.SetValue(options, value);
            }
        }
    }

    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var mistakes = new List<string>();
        foreach (var given in _section.GetChildren())
        {
            var key = Array.Find(Keys, k => k.Name.Equals(given.Key, StringComparison.OrdinalIgnoreCase));
            if (key is null)
            {
                mistakes.Add($"{given.Path} is not a setting: {section} has {string.Join(", ", Keys.Select(k => k.Name))}.");
            }
            else if (!TryRead(key, out _))
            {
                mistakes.Add($"{given.Path} is '{given.Value}': it may be {SettingKind.Describe(key.PropertyType)}.");
            }
        }

        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private bool TryRead(PropertyInfo key, out object? value)
    {
        try
        {
            value = _section.GetValue(key.PropertyType, key.Name);
            return true;
        }
        catch (InvalidOperationException)
        {
            value = null;
            return false;
        }
    }
}
