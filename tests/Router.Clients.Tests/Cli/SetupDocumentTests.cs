using Router.Cli.Connection;
using Router.Cli.Setup;
using Router.V1;

namespace Router.Clients.Tests.Cli;

public sealed class SetupDocumentTests
{
    [Fact]
    public void Over_FieldsOfTheDocument_ReplaceThoseThereAndLeaveTheRest()
    {
        var present = new WorkspacePolicy
        {
            Skills = { new SkillDefinition { Name = "old" } },
            Segments = { "gold" },
            DefaultCapacity = 100,
        };

        var wanted = SetupDocument.Parse("""{ "workspace": { "skills": [{ "name": "PS" }], "defaultCapacity": 50 } }""", "setup.json").Over(present);

        Assert.Equal("PS", Assert.Single(wanted.Skills).Name);
        Assert.Equal(("gold", 50), (Assert.Single(wanted.Segments), wanted.DefaultCapacity));
    }

    [Theory]
    [InlineData("""{ "queus": [] }""", "setup.json: 'queus' is not known: there may be workspace, queues, agents.")]
    [InlineData("""{ "queues": {} }""", "setup.json: queues may be a list.")]
    [InlineData("[]", "setup.json: the document may be an object with workspace, queues, agents.")]
    public void Parse_OtherForm_SaysWhereAndWhatItMayBe(string json, string expected) =>
        Assert.Equal(expected, Assert.Throws<CommandException>(() => SetupDocument.Parse(json, "setup.json")).Message);

    [Theory]
    [InlineData("""{ "queues": [{ "name": "a" }, { "nam": "b" }] }""", "setup.json: queues[1]: ")]
    [InlineData("{\n\n!", "setup.json:3: ")]
    public void Parse_Mistake_SaysWhere(string json, string where) =>
        Assert.StartsWith(where, Assert.Throws<CommandException>(() => SetupDocument.Parse(json, "setup.json")).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_DemoDocument_IsRead()
    {
        var path = Path.Combine(Path.GetDirectoryName(DemoLog.Path)!, "setup.json");

        var document = SetupDocument.Parse(File.ReadAllText(path), path);

        Assert.Equal(["bank", "chat", "email"], document.Queues.Select(queue => queue.Name).Order());
        Assert.Equal(90, document.Queues.Single(queue => queue.Name == "bank").HeadStartByPriority[2].Seconds);
    }
}
