using Router.ProcessTests.Infrastructure;

namespace Router.ProcessTests.Policies;

/// <summary>Skills, queues and agents from a file, by the command <c>router setup</c>.</summary>
public sealed class SetupCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("router-setup-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_adds_to_a_policy_and_never_undoes_a_published_one_unless_told_to()
    {
        await using var server = await ServerProcess.StartAsync();
        var setup = Demo("setup.json");

        Assert.Equal("3 queues, 5 agents; policy version 2", (await RouterCommand.RunAsync(server, "setup", setup)).LastLine);
        Assert.Equal("3 queues, 5 agents; policy version 2", (await RouterCommand.RunAsync(server, "setup", setup)).LastLine);
        Assert.Equal("version 3", (await RouterCommand.RunAsync(server, "policy", "publish", Demo("policy.yaml"))).LastLine);
        Assert.Equal("2 queues, 3 agents; policy version 4", (await RouterCommand.RunAsync(server, "setup", Demo("first-hour.json"))).LastLine);

        var refused = await RouterCommand.RunAsync(server, "setup", setup);
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.StartsWith($"router: {setup}: version 4 of the policy has this otherwise. Nothing was put; --replace", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("router:   queues[chat].selection: \"best-fit\" -> \"longest-idle\"", refused.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("billing", refused.Errors, StringComparison.Ordinal);

        Assert.Equal("3 queues, 5 agents; policy version 5", (await RouterCommand.RunAsync(server, "setup", setup, "--replace")).LastLine);
        Assert.StartsWith("5  ", (await RouterCommand.RunAsync(server, "policy", "versions")).Output, StringComparison.Ordinal);
        Assert.Contains("setup setup.json", (await RouterCommand.RunAsync(server, "policy", "versions")).Output.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once_and_nothing_is_put()
    {
        await using var server = await ServerProcess.StartAsync();
        var file = Path.Combine(_folder, "wrong.json");
        await File.WriteAllTextAsync(
            file,
            """{ "queues": [{ "name": "a", "channels": [{ "channel": "fax" }] }, { "name": "b", "selection": "fastest" }], "agents": [{ "agentId": "ann" }] }""");

        var refused = await RouterCommand.RunAsync(server, "setup", file);

        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains($"router: {file}: queues[0].channels[0].channel: ", refused.Errors, StringComparison.Ordinal);
        Assert.Contains($"router: {file}: queues[1].selection: ", refused.Errors, StringComparison.Ordinal);
        Assert.Equal("1  with the workspace", (await RouterCommand.RunAsync(server, "policy", "versions")).LastLine);
    }

    private static string Demo(string file) => Path.Combine(Binaries.Root, "demo", file);
}
