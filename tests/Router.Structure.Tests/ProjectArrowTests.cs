using System.Xml.Linq;

namespace Router.Structure.Tests;

/// <summary>Which project may use which. Server stands on Engine and Protos, and nobody but tests and bench stands on Server.</summary>
public sealed class ProjectArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Router.Protos"] = [],
        ["Router.Engine"] = [],
        ["Router.Policies"] = ["Router.Engine", "Router.Protos"],
        ["Router.Server"] = ["Router.Engine", "Router.Policies", "Router.Protos", "Router.Simulator"],
        ["Router.AgentClient"] = ["Router.Protos"],
        ["Router.CallLog"] = [],
        ["Router.Documents"] = [],
        ["Router.Cli"] = ["Router.AgentClient", "Router.CallLog", "Router.Documents", "Router.Protos"],
        ["Router.Simulator"] = ["Router.Engine"],
        ["Router.Simulations"] = ["Router.CallLog", "Router.Documents", "Router.Engine", "Router.Policies", "Router.Protos", "Router.Simulator"],
        ["Grpc.Core.Api"] = [],
        ["Grpc.Net.Common"] = ["Grpc.Core.Api"],
        ["Pipelines.Sockets.Unofficial"] = [],
        ["SurfaceCheck"] = [],
    };

    public static TheoryData<string> Projects() => [.. Repository.Files(".", ".csproj")];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_References_OnlyWhatItMay(string project)
    {
        if (project.StartsWith("tests/", StringComparison.Ordinal) || project.StartsWith("bench/", StringComparison.Ordinal))
        {
            Assert.DoesNotContain(References(project), used => used.EndsWith(".Tests", StringComparison.Ordinal));
            return;
        }

        var name = Path.GetFileNameWithoutExtension(project);
        Assert.True(Allowed.TryGetValue(name, out var allowed), $"{name} is new: say in {nameof(ProjectArrowTests)} what it may use.");
        Assert.Subset(allowed.ToHashSet(), References(project));
    }

    [Fact]
    public void Engine_StandsOnTheBaseClassLibraryAlone()
    {
        var engine = XDocument.Load(Repository.PathOf("Router.Engine/Router.Engine.csproj"));

        Assert.Empty(engine.Descendants("PackageReference"));
        Assert.Empty(engine.Descendants("FrameworkReference"));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_IsInTheSolution(string project) =>
        Assert.Contains($"\"{project.Replace('/', '\\')}\"", Repository.TextOf("Router.sln"), StringComparison.Ordinal);

    private static HashSet<string> References(string project) =>
        [.. XDocument.Load(Repository.PathOf(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))];
}
