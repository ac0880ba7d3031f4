using System.Text.Json;
using Microsoft.Extensions.Options;
using Router.Server.Edge.Languages;

namespace Router.Server.Edge.Spoken;

/// <summary>What the files of <see cref="SpokenOptions.Folder"/> may be.</summary>
internal sealed class SpokenOptionsCheck : IValidateOptions<SpokenOptions>
{
    public ValidateOptionsResult Validate(string? name, SpokenOptions options)
    {
        if (!File.Exists(Path.Combine(options.Path, $"{LanguageTable<SpokenLanguage>.English}.json")))
        {
            return ValidateOptionsResult.Fail(
                $"{SpokenOptions.Section}:Folder is '{options.Folder}': it must be a folder with {LanguageTable<SpokenLanguage>.English}.json, and {options.Path} is none.");
        }

        List<string> mistakes = [.. Directory.EnumerateFiles(options.Path, "*.json").Order(StringComparer.Ordinal).SelectMany(Mistakes)];
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string> Mistakes(string path)
    {
        try
        {
            return SpokenFile.Read(File.ReadAllText(path)).Mistakes().Select(m => $"{path}: {m}.");
        }
        catch (JsonException unreadable)
        {
            return [$"{path}: {unreadable.Message}"];
        }
    }
}
