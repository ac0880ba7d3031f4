using Router.ProcessTests.Infrastructure;

namespace Router.ProcessTests.Policies;

/// <summary>The policy as a document, by the command <c>router policy</c>.</summary>
public sealed class PolicyCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("router-policy-").FullName;

    private static string Demo => Path.Combine(Binaries.Root, "demo", "policy.yaml");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_demo_policy_is_checked_published_compared_taken_back_and_read()
    {
        await using var server = await ServerProcess.StartAsync();

        var valid = await RouterCommand.RunAsync(server, "policy", "validate", Demo);
        Assert.Equal(0, valid.ExitCode);
        Assert.Contains("policy.yaml: warning: queues[0]: No registered agent serves queue 'bank'", valid.Errors, StringComparison.Ordinal);

        Assert.Equal("version 2", (await RouterCommand.RunAsync(server, "policy", "publish", Demo, "--expected", "1", "--note", "the demo")).LastLine);
        var second = await RouterCommand.RunAsync(server, "policy", "publish", Demo, "--expected", "1");
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("VERSION_CONFLICT", second.Errors, StringComparison.Ordinal);

        var changed = Path.Combine(_folder, "changed.yaml");
        await File.WriteAllTextAsync(changed, (await File.ReadAllTextAsync(Demo)).Replace("2: 90s", "2: 120s", StringComparison.Ordinal));
        Assert.Equal(
            "  queues[bank].head_start_by_priority.2: \"90s\" -> \"120s\"",
            (await RouterCommand.RunAsync(server, "policy", "diff", changed)).Output.TrimEnd());
        Assert.Equal("version 3", (await RouterCommand.RunAsync(server, "policy", "publish", changed)).LastLine);
        Assert.Equal("version 4", (await RouterCommand.RunAsync(server, "policy", "rollback", "2", "--note", "too early")).LastLine);
        Assert.Empty((await RouterCommand.RunAsync(server, "policy", "diff", "--from", "2", "--to", "4")).Output);
        Assert.Contains("too early", (await RouterCommand.RunAsync(server, "policy", "versions")).Output.Split('\n')[0], StringComparison.Ordinal);

        var got = Path.Combine(_folder, "got.json");
        await File.WriteAllTextAsync(got, (await RouterCommand.RunAsync(server, "policy", "get")).Output);
        Assert.Empty((await RouterCommand.RunAsync(server, "policy", "diff", got)).Output);
    }

    [Fact]
    public async Task A_wrong_document_is_not_published_and_each_mistake_names_file_and_path()
    {
        await using var server = await ServerProcess.StartAsync();
        var wrong = Path.Combine(_folder, "wrong.yaml");
        await File.WriteAllTextAsync(wrong, (await File.ReadAllTextAsync(Demo)).Replace("best-fit", "fastest", StringComparison.Ordinal).Replace("after: 300s", "after: -1s", StringComparison.Ordinal));

        var published = await RouterCommand.RunAsync(server, "policy", "publish", wrong);

        Assert.Equal((1, ""), (published.ExitCode, published.Output));
        Assert.Contains($"{wrong}: queues[1].selection: ", published.Errors, StringComparison.Ordinal);
        Assert.Contains($"{wrong}: queues[1].steps[3].after: ", published.Errors, StringComparison.Ordinal);
        Assert.Equal("1  with the workspace", (await RouterCommand.RunAsync(server, "policy", "versions")).LastLine);
    }

    [Fact]
    public async Task The_example_of_the_docs_is_published_as_it_stands_and_routes_by_its_rules()
    {
        await using var server = await ServerProcess.StartAsync();
        var page = await File.ReadAllTextAsync(Path.Combine(Binaries.Root, "docs", "policy.md"));
        var example = Path.Combine(_folder, "example.yaml");
        await File.WriteAllTextAsync(example, page.Split("```yaml\n")[1].Split("```")[0]);

        Assert.Equal("version 2", (await RouterCommand.RunAsync(server, "policy", "publish", example)).LastLine);

        var stolen = await RouterCommand.RunAsync(server, "submit", "call", "--attribute", "menu=stolen");
        Assert.Equal((0, ""), (stolen.ExitCode, stolen.Errors));
        var ticket = (await RouterCommand.RunAsync(server, "get", stolen.Output.Split('\n')[0].Split(' ')[^1])).Output;
        Assert.Matches("\"queue\": \"service\"", ticket);
        Assert.Matches("\"skill\": \"cards\",\\s*\"level\": 2", ticket);
    }

    [Fact]
    public async Task The_schema_is_printed_without_a_server()
    {
        await using var server = await ServerProcess.StartAsync();

        var printed = await RouterCommand.RunAsync(server, "policy", "schema", "--server", "http://127.0.0.1:1");

        Assert.Equal(0, printed.ExitCode);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Binaries.Root, "docs", "policy.schema.json")), printed.Output);
    }
}
