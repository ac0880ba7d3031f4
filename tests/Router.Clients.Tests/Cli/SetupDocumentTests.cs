using Router.Cli.Connection;
using Router.Cli.Setup;
using Router.V1;

namespace Router.Clients.Tests.Cli;

public sealed class SetupDocumentTests
{
    [Fact]
    public void Over_FieldsOfTheDocument_ReplaceThoseThereAndAddToLists()
    {
        var present = new Policy
        {
            Workspace = new WorkspacePolicy
            {
                Skills = { new SkillDefinition { Name = "old", Label = "Old" }, new SkillDefinition { Name = "PS", Label = "Old too" } },
                Segments = { "gold" },
                AwayReasons = { new AwayReason { Code = "break" } },
                DefaultCapacity = 100,
            },
        };
        const string Json = """{ "workspace": { "skills": [{ "name": "PS", "label": "New" }, { "name": "IN", "label": "Internet" }], "segments": ["silver"], "defaultCapacity": 50 } }""";

        var wanted = SetupDocument.Parse(Json, "setup.json").Over(present).Workspace;

        Assert.Equal(["old Old", "PS New", "IN Internet"], wanted.Skills.Select(s => $"{s.Name} {s.Label}"));
        Assert.Equal(["gold", "silver"], wanted.Segments);
        Assert.Equal((50, "break"), (wanted.DefaultCapacity, Assert.Single(wanted.AwayReasons).Code));
        Assert.Equal(100, present.Workspace.DefaultCapacity);
    }

    [Fact]
    public void Over_Queues_AreThoseOfTheDocumentAndThenTheOthers()
    {
        var present = new Policy { Queues = { new QueuePolicy { Name = "a" }, new QueuePolicy { Name = "b", Label = "Before" } }, DefaultQueue = "a" };

        var wanted = SetupDocument.Parse("""{ "queues": [{ "name": "c" }, { "name": "b", "label": "After" }] }""", "setup.json").Over(present);

        Assert.Equal(["c ", "b After", "a "], wanted.Queues.Select(q => $"{q.Name} {q.Label}"));
        Assert.Equal("a", wanted.DefaultQueue);
    }

    [Theory]
    [InlineData("""{ "queus": [] }""", "setup.json: 'queus' is not known: there may be workspace, queues, agents.")]
    [InlineData("""{ "queues": {} }""", "setup.json: queues may be a list.")]
    [InlineData("[]", "setup.json: the document may be an object with workspace, queues, agents.")]
    public void Parse_OtherForm_SaysWhereAndWhatItMayBe(string json, string expected) =>
        Assert.Equal(expected, Assert.Throws<CommandException>(() => SetupDocument.Parse(json, "setup.json")).Message);

    [Theory]
    [InlineData("""{ "queues": [{ "name": "a" }, { "nam": "b" }] }""", "setup.json: queues[1].nam: is not known")]
    [InlineData("{\n\n!", "setup.json:3: ")]
    [InlineData("", "setup.json: it is empty.")]
    [InlineData("queues: []", "setup.json:1: 'q' is an invalid start of a value. It is read as JSON: a file with YAML has a name that ends in .yaml or .yml.")]
    [InlineData("""{ "agents": [{ "agentId": 7 }] }""", "setup.json: agents[0].agentId: may be text")]
    [InlineData("""{ "queues": [{ "name": "a", "coolDown": "soon" }] }""", "setup.json: queues[0].coolDown: may be a time such as \"90s\"")]
    public void Parse_Mistake_SaysWhere(string json, string where) =>
        Assert.StartsWith(where, Assert.Throws<CommandException>(() => SetupDocument.Parse(json, "setup.json")).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_ManyMistakes_TellsAllOfAMessageAtOnce()
    {
        const string Json = """{ "queues": [{ "nam": "b", "offerWidth": "wide" }] }""";

        var told = Assert.Throws<CommandException>(() => SetupDocument.Parse(Json, "setup.json")).Message;

        Assert.Contains("setup.json: queues[0].nam: is not known", told, StringComparison.Ordinal);
        Assert.Contains("\nrouter: setup.json: queues[0].offerWidth: may be a whole number", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_Yaml_IsRead() =>
        Assert.Equal("anna", Assert.Single(SetupDocument.Parse("agents:\n  - agentId: anna", "setup.yaml").Agents).AgentId);

    [Fact]
    public void Parse_DemoDocument_IsRead()
    {
        var path = Path.Combine(Path.GetDirectoryName(DemoLog.Path)!, "setup.json");

        var document = SetupDocument.Parse(File.ReadAllText(path), path);

        Assert.Equal(["bank", "chat", "email"], document.Queues.Select(queue => queue.Name).Order());
        Assert.Equal(90, document.Queues.Single(queue => queue.Name == "bank").HeadStartByPriority[2].Seconds);
    }
}
