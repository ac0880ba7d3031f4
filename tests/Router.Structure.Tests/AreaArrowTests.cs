namespace Router.Structure.Tests;

/// <summary>Arrows between the areas of a project point one way.</summary>
public sealed class AreaArrowTests
{
    /// <summary>Each area of the server, and those below it that it may use.</summary>
    private static readonly Dictionary<string, string[]> ServerLayers = new()
    {
        ["Clock"] = [],
        ["Store"] = ["Clock"],
        ["Workspaces"] = ["Store", "Clock"],
        ["Edge"] = ["Workspaces", "Store", "Clock"],
        ["Live"] = ["Workspaces", "Store", "Clock"],
        ["Outbox"] = ["Workspaces", "Store", "Clock"],
        ["Hosting"] = ["Edge", "Live", "Outbox", "Workspaces", "Store", "Clock"],
    };

    [Theory]
    [InlineData("Router.Engine")]
    [InlineData("Router.AgentClient")]
    [InlineData("Router.Cli")]
    public void Areas_OfAProject_DoNotUseEachOtherInARing(string project) =>
        Findings.None(AreaArrows.Of(project).FindRing() is { } ring ? [ring] : []);

    [Fact]
    public void Areas_OfTheServer_UseOnlyWhatLiesBelow()
    {
        var against = AreaArrows.Of("Router.Server").All
            .Where(arrow => !ServerLayers.TryGetValue(arrow.From, out var below) || !below.Contains(arrow.To))
            .Select(arrow => $"{arrow.From} uses {arrow.To} ({arrow.File})");

        Findings.None(against);
    }

    [Theory]
    [InlineData("Router.Engine")]
    [InlineData("Router.Server")]
    [InlineData("Router.AgentClient")]
    [InlineData("Router.Cli")]
    public void Namespace_OfAFile_IsItsFolder(string project)
    {
        var elsewhere = Repository.Files(project, ".cs")
            .Where(file => Repository.LinesOf(file).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))
                is { } declared && declared != $"namespace {Path.GetDirectoryName(file)!.Replace('/', '.')};");

        Findings.None(elsewhere);
    }
}
