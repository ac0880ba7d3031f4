using System.Diagnostics;
using Router.ProcessTests.Infrastructure;
using Router.Testing;

namespace Router.ProcessTests.Faults;

/// <summary>A build of the server that can break its promises on purpose, kept apart from the real one.</summary>
public sealed class FaultyServer : IAsyncLifetime
{
    private static readonly TimeSpan BuildTimeout = TimeSpan.FromMinutes(6);

    /// <summary>The program.</summary>
    internal string Program { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var artifacts = Path.Combine(Binaries.Root, "artifacts", "faults");
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "build", Path.Combine(Binaries.Root, "Router.Server"), "-c", "Debug", "-p:RouterFaults=true", $"-p:ArtifactsPath={artifacts}",
                "--nologo", "-v", "q", "-nodeReuse:false",
            ])
        {
            RedirectStandardOutput = true,
        };
        using var build = Process.Start(start)!;
        var output = build.StandardOutput.ReadToEndAsync();
        await Eventually.DoneAsync(build.WaitForExitAsync(), "the build with faults", BuildTimeout);
        Assert.True(build.ExitCode == 0, await output);
        Program = Path.Combine(artifacts, "bin", "Router.Server", "debug", "Router.Server.dll");
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
