using Router.Cli.Connection;
using Router.Cli.Policies;
using Router.V1;

namespace Router.Clients.Tests.Cli;

public sealed class PolicyFileTests
{
    [Fact]
    public void Parse_DemoPolicy_IsRead()
    {
        var path = Path.Combine(Path.GetDirectoryName(DemoLog.Path)!, "policy.yaml");
        var policy = PolicyFile.Parse(File.ReadAllText(path), path);

        Assert.Equal(["bank", "chat", "email"], policy.Queues.Select(q => q.Name));
        Assert.Equal(90, policy.Queues[0].HeadStartByPriority[2].Seconds);
        Assert.Equal((WrapUpKind.None, "best-fit"), (policy.Queues[0].Channels[0].WrapUp.Kind, policy.Queues[1].Selection));
        Assert.Equal((true, true), (policy.Queues[1].Steps[0].KnownAgent, policy.Queues[1].Steps[^1].Expedite));
        Assert.Equal(3, policy.Queues[1].Steps[^1].MoreLanguages[0].MinLevel);
        Assert.Equal(30 * 86_400, policy.Workspace.CustomerMemory.Seconds);
    }

    [Theory]
    [InlineData("policy.json", """
        {
          // a comment
          "workspace": { "channels": [{ "name": "call", "exclusive": true, "target": "20s" }] },
          "queues": [{ "name": "007", "channels": [{ "channel": "call" }], "offer_width": 1 }],
        }
        """)]
    [InlineData("policy.yaml", """
        workspace:
          channels: [{ name: call, exclusive: true, target: 20s }]
        queues:
          - name: "007" # in quotes, because it is text
            channels: [{ channel: call }]
            offer_width: 1
        """)]
    public void Parse_JsonAndYaml_GiveTheSame(string file, string text) => Assert.Equal(
        new Policy
        {
            Workspace = new() { Channels = { new ChannelPolicy { Name = "call", Exclusive = true, Target = new() { Seconds = 20 } } } },
            Queues = { new QueuePolicy { Name = "007", OfferWidth = 1, Channels = { new QueueChannelPolicy { Channel = "call" } } } },
        },
        PolicyFile.Parse(text, file));

    [Fact]
    public void Parse_SeveralMistakes_NamesFileAndPathOfEach()
    {
        const string text = """
            workspace: { channels: { name: call } }
            queues:
              - name: 7
                chanels: []
                coolDown: 60
                headStartByPriority: { 2: soon, 3: [] }
                channels: [{ channel: call, wrapUp: { kind: NEVER } }]
                steps: [{ lowerSkillLevels: some, dropAllSkills: maybe }]
            """;

        var lines = Message(text, "p.yaml").Split("\nrouter: ");

        Assert.Equal(
            [
                "p.yaml: workspace.channels: may be a list",
                "p.yaml: queues[0].name: may be text; a number or true in YAML needs quotes",
                "p.yaml: queues[0].chanels: is not known; there may be name, label, channels",
                "p.yaml: queues[0].coolDown: may be a time such as \"90s\"",
                "p.yaml: queues[0].headStartByPriority[2]: may be a time such as \"90s\"",
                "p.yaml: queues[0].headStartByPriority[3]: may be a time such as \"90s\"",
                "p.yaml: queues[0].channels[0].wrapUp.kind: may be one of WRAP_UP_KIND_NONE",
                "p.yaml: queues[0].steps[0].lowerSkillLevels: may be a whole number",
                "p.yaml: queues[0].steps[0].dropAllSkills: may be true or false",
            ],
            lines.Select(line => line.Split(", ")).Select(parts => string.Join(", ", parts.Take(parts[0].Contains("not known", StringComparison.Ordinal) ? 3 : 1))));
    }

    [Theory]
    [InlineData("p.json", "{\n\n!", "p.json:3: ")]
    [InlineData("p.yaml", "a: 1\nb: [", "p.yaml:3: ")]
    [InlineData("p.yaml", "a: 1\na: 2\n", "p.yaml:2: ")]
    [InlineData("p.yaml", "", "p.yaml: it may hold one document and holds 0.")]
    [InlineData("p.yaml", "a: 1\n---\na: 1\n", "p.yaml: it may hold one document and holds 2.")]
    [InlineData("p.json", "[]", "p.json: may be an object with version, workspace, queues")]
    [InlineData("p.yaml", "queues: [{ coolDown: soon }]", "p.yaml: queues[0].coolDown: may be a time such as \"90s\"")]
    public void Parse_OtherForm_SaysWhere(string file, string text, string where) =>
        Assert.StartsWith(where, Message(text, file), StringComparison.Ordinal);

    [Fact]
    public void Parse_AliasesOfAliases_AreRefusedBeforeTheyFillTheMemory()
    {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + string.Concat(Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));

        Assert.Equal("p.yaml: it has more than 200000 parts.", Message(text, "p.yaml"));
    }

    [Fact]
    public void Read_NoSuchFile_IsNamed() => Assert.StartsWith(
        "/nowhere/policy.yaml: it cannot be read: ",
        Assert.Throws<CommandException>(() => PolicyFile.Read("/nowhere/policy.yaml")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Of_PolicyThatWasGot_IsReadAgain()
    {
        var policy = new Policy { Version = 3, Queues = { new QueuePolicy { Name = "a", CoolDown = new() { Seconds = 5 }, HeadStartByPriority = { [2] = new() { Seconds = 1 } } } } };

        Assert.Equal(policy, PolicyFile.Parse(PolicyText.Of(policy), "p.json"));
    }

    private static string Message(string text, string file) => Assert.Throws<CommandException>(() => PolicyFile.Parse(text, file)).Message;
}
