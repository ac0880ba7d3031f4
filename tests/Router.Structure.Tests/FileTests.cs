using System.Text.RegularExpressions;

namespace Router.Structure.Tests;

/// <summary>What holds for every file we write.</summary>
public sealed partial class FileTests
{
    private const int MostLines = 400;
    private const int MostLinesOfATest = 500;
    private const int UsualLines = 220;
    private const double UsualShare = 0.95;

    private static readonly string[] Sources = [".cs", ".js", ".mjs", ".ts", ".css", ".html", ".lua"];

    [Fact]
    public void File_IsShort()
    {
        var tooLong = Repository.Files(".", Sources)
            .Select(file => (File: file, Lines: Repository.LinesOf(file).Length))
            .Where(one => one.Lines > (one.File.StartsWith("tests/", StringComparison.Ordinal) ? MostLinesOfATest : MostLines))
            .Select(one => $"{one.File} has {one.Lines} lines");

        Findings.None(tooLong);
    }

    [Fact]
    public void Files_OfTheProduct_AreMostlyShorterStill()
    {
        var lengths = Repository.Files(".", ".cs")
            .Where(file => file.StartsWith("Router.", StringComparison.Ordinal))
            .Select(file => (File: file, Lines: Repository.LinesOf(file).Length))
            .ToList();
        var above = lengths.Where(one => one.Lines > UsualLines).ToList();

        Assert.True(
            above.Count <= Math.Ceiling(lengths.Count * (1 - UsualShare)),
            $"{above.Count} of {lengths.Count} files have over {UsualLines} lines: {string.Join(", ", above)}");
    }

    [Fact]
    public void File_HasNoUnfinishedBusiness()
    {
        var unfinished = Repository.Files(".", [.. Sources, ".proto", ".md", ".props", ".targets", ".csproj"])
            .Where(file => !file.EndsWith($"/{nameof(FileTests)}.cs", StringComparison.Ordinal))
            .SelectMany(file => Repository.LinesOf(file).Select((line, index) => (line, where: $"{file}:{index + 1}")))
            .Where(one => Unfinished().IsMatch(one.line))
            .Select(one => $"{one.where} {one.line.Trim()}");

        Findings.None(unfinished);
    }

    [Fact]
    public void File_HasTheNameOfItsType()
    {
        var others = Repository.Files(".", ".cs")
            .Where(file => Path.GetFileName(file) is not ("Program.cs" or "AssemblyInfo.cs" or "GlobalUsings.cs"))
            .Where(file => !Declares(Repository.TextOf(file), Path.GetFileName(file).Split('.', '{')[0]));

        Findings.None(others);
    }

    [Fact]
    public void File_IsNoGrabBag() => Findings.None(
        Repository.Files(".", ".cs").Where(file => GrabBag().IsMatch(Path.GetFileNameWithoutExtension(file))));

    [Fact]
    public void Engine_HasNoClockChanceOrThreadsOfItsOwn()
    {
        var impure = Repository.Files("Router.Engine", ".cs")
            .SelectMany(file => Impure().Matches(Repository.TextOf(file)).Select(match => $"{file}: {match.Value}"));

        Findings.None(impure);
    }

    private static bool Declares(string text, string type) =>
        Regex.IsMatch(text, $@"\b(class|struct|interface|enum|record|delegate [^;]*?) {Regex.Escape(type)}\b");

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|\bNotImplementedException\b|^\s*#region\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex("(Helpers?|Utils?|Utilities|Managers?)$")]
    private static partial Regex GrabBag();

    [GeneratedRegex(@"\bTimeProvider\b|\bStopwatch\b|\bTickCount|\bNewGuid\b|\bRandom\b|\bThread\b|\bTask\b|\basync\b|\bEnvironment\.")]
    private static partial Regex Impure();
}
