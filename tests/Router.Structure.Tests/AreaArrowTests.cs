namespace Router.Structure.Tests;

/// <summary>Arrows between the areas of a project point one way.</summary>
public sealed class AreaArrowTests
{
    /// <summary>The areas of the server from the bottom up; an area may use those on lower floors.</summary>
    private static readonly string[][] ServerFloors =
    [
        ["Settings"],
        ["Clock"],
        ["Statistics"],
        ["Store"],
        ["Workspaces"],
        ["WhatIf"],
        ["Edge", "Live", "Outbox"],
        ["Metrics", "Traces"],
        ["Hosting"],
    ];

    [Theory]
    [InlineData("Router.Engine")]
    [InlineData("Router.Policies")]
    [InlineData("Router.AgentClient")]
    [InlineData("Router.Cli")]
    [InlineData("Router.Simulator")]
    [InlineData("Router.Simulations")]
    public void Areas_OfAProject_DoNotUseEachOtherInARing(string project) =>
        Findings.None(AreaArrows.Of(project).FindRing() is { } ring ? [ring] : []);

    [Fact]
    public void Areas_OfTheServer_UseOnlyWhatLiesBelow()
    {
        var against = AreaArrows.Of("Router.Server").All
            .Where(arrow => FloorOf(arrow.From) <= FloorOf(arrow.To))
            .Select(arrow => $"{arrow.From} uses {arrow.To} ({arrow.File})");

        Findings.None(against);
    }

    [Theory]
    [InlineData("Router.Engine")]
    [InlineData("Router.Policies")]
    [InlineData("Router.Server")]
    [InlineData("Router.AgentClient")]
    [InlineData("Router.Documents")]
    [InlineData("Router.Cli")]
    [InlineData("Router.Simulator")]
    [InlineData("Router.Simulations")]
    public void Namespace_OfAFile_IsItsFolder(string project)
    {
        var elsewhere = Repository.Files(project, ".cs")
            .Where(file => Repository.LinesOf(file).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))
                is { } declared && declared != $"namespace {Path.GetDirectoryName(file)!.Replace('/', '.')};");

        Findings.None(elsewhere);
    }

    private static int FloorOf(string area)
    {
        var floor = Array.FindIndex(ServerFloors, areas => areas.Contains(area));
        Assert.True(floor >= 0, $"{area} is new: say in {nameof(AreaArrowTests)} on which floor it stands.");
        return floor;
    }
}
