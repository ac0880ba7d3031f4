using System.Text.RegularExpressions;

namespace Router.Structure.Tests;

/// <summary>docs/reliability.md names tests that there are.</summary>
public sealed partial class ReliabilityDocTests
{
    private const string Doc = "docs/reliability.md";

    [Fact]
    public void EveryTestNamed_IsThere()
    {
        var named = TestName().Matches(Repository.TextOf(Doc));
        var missing = named.Where(test => !IsThere(test.Groups[1].Value, test.Groups[2].Value)).Select(test => $"{Doc}: {test.Value}");

        Assert.NotEmpty(named);
        Findings.None(missing);
    }

    [Fact]
    public void EveryPromise_NamesATest()
    {
        var promises = Promise().Split(Repository.TextOf(Doc).Split("\n## ").Single(part => part.StartsWith("The promises", StringComparison.Ordinal)))[1..];

        Assert.Equal(13, promises.Length);
        Assert.All(promises, promise => Assert.Matches(TestName(), promise));
    }

    private static bool IsThere(string type, string method) => Repository.Files("tests", $"{type}.cs")
        .Where(file => Path.GetFileNameWithoutExtension(file) == type)
        .Any(file => Repository.TextOf(file).Contains($" {method}(", StringComparison.Ordinal));

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"^\*\*\d+\. ", RegexOptions.Multiline)]
    private static partial Regex Promise();
}
