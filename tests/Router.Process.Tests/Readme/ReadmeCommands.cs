using System.Text.RegularExpressions;
using Router.ProcessTests.Infrastructure;

namespace Router.ProcessTests.Readme;

/// <summary>The commands of README.md: the lines of its fenced blocks, but for those marked as text, and what stands as code in its sentences.</summary>
internal static partial class ReadmeCommands
{
    private const string Fence = "```";
    private const string NoCommands = "text";

    private static readonly string[] Programs = ["router ", "./run", "./test", "bench/run", "dotnet ", "docker "];

    /// <summary>The lines of its blocks, in order, without comments.</summary>
    public static IReadOnlyList<string> OfBlocks { get; } = [.. Lines(ofBlocks: true).Select(line => Comment().Replace(line, "").Trim()).Where(line => line.Length > 0)];

    /// <summary>Those in its sentences.</summary>
    public static IReadOnlyList<string> OfSentences { get; } =
        [.. Lines(ofBlocks: false).SelectMany(line => Code().Matches(line)).Select(code => code.Groups[1].Value)
            .Where(code => Programs.Any(program => code.StartsWith(program, StringComparison.Ordinal)))];

    private static IEnumerable<string> Lines(bool ofBlocks)
    {
        string? language = null;
        foreach (var line in File.ReadLines(Path.Combine(Binaries.Root, "README.md")))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                language = language is null ? line[Fence.Length..] : null;
            }
            else if (ofBlocks ? language is not (null or NoCommands) : language is null)
            {
                yield return line;
            }
        }
    }

    [GeneratedRegex(@"(^|\s+)#( .*)?$")]
    private static partial Regex Comment();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
