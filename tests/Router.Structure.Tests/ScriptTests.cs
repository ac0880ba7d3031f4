namespace Router.Structure.Tests;

/// <summary>Mirrors between the scripts and the tree.</summary>
public sealed class ScriptTests
{
    public static TheoryData<string> TestProjects() =>
        [.. Repository.Files("tests", ".csproj").Select(project => Path.GetDirectoryName(project)!)];

    [Theory]
    [MemberData(nameof(TestProjects))]
    public void TestScript_HasAnAreaForEachTestProject(string project) => Assert.Contains(
        Repository.LinesOf("test"), line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, "dotnet", var where, ..] && where == project);
}
