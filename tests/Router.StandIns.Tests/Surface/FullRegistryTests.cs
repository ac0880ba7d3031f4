using System.Diagnostics;
using System.Text.Json;
using Router.Testing;

namespace Router.StandIns.Tests.Surface;

/// <summary>With a complete registry, one property takes all packages plainly. Only its evaluation can be tested without one.</summary>
public sealed class FullRegistryTests
{
    private static readonly string Root = FindRoot();

    [Theory]
    [InlineData("Router.Server", "Grpc.AspNetCore.Server", "StackExchange.Redis", "MassTransit.RabbitMQ", "Grpc.Core.Api")]
    [InlineData("Router.AgentClient", "Grpc.Net.Client", "Grpc.Core.Api")]
    [InlineData("Router.Protos", "Grpc.Core.Api")]
    public async Task FullRegistry_True_TakesThePackagesPlainly(string project, params string[] packages)
    {
        using var full = await EvaluateAsync(project, fullRegistry: true);

        Assert.Subset(Identities(full, "PackageReference"), packages.ToHashSet());
        Assert.Empty(Identities(full, "PackageDownload"));
        Assert.Empty(Identities(full, "Reference"));
        Assert.DoesNotContain("RabbitMQ.Client", Identities(full, "PackageReference"));
        Assert.DoesNotContain(Identities(full, "ProjectReference"), reference => reference.Contains("stand-ins", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FullRegistry_Default_TakesOfficialAssembliesAndStandIns()
    {
        using var here = await EvaluateAsync("Router.Server", fullRegistry: false);

        Assert.Equal(["Grpc.AspNetCore.Server", "StackExchange.Redis"], Identities(here, "PackageDownload").Order(StringComparer.Ordinal));
        Assert.Equal(["Grpc.AspNetCore.Server", "StackExchange.Redis"], Identities(here, "Reference").Order(StringComparer.Ordinal));
        Assert.Contains(Identities(here, "ProjectReference"), reference => reference.EndsWith("Grpc.Core.Api.csproj", StringComparison.Ordinal));
    }

    private static HashSet<string> Identities(JsonDocument evaluation, string item) =>
        [.. evaluation.RootElement.GetProperty("Items").GetProperty(item).EnumerateArray().Select(one => one.GetProperty("Identity").GetString()!)];

    private static async Task<JsonDocument> EvaluateAsync(string project, bool fullRegistry)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "msbuild", Path.Combine(Root, project, project + ".csproj"), "-nodeReuse:false",
                $"-p:FullRegistry={(fullRegistry ? "true" : "")}",
                "-getItem:PackageReference", "-getItem:PackageDownload", "-getItem:Reference", "-getItem:ProjectReference",
            },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await Eventually.DoneAsync(process.WaitForExitAsync(), $"MSBuild evaluates {project}", TimeSpan.FromMinutes(2));
        Assert.True(process.ExitCode == 0, await output + await errors);
        return JsonDocument.Parse(await output);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Router.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"Router.sln is in no folder above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
