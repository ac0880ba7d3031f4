using Google.Protobuf;
using NJsonSchema;
using Router.Cli.Policies;

namespace Router.Clients.Tests.Cli;

public sealed class PolicySchemaTests
{
    private static string Demo => Path.GetDirectoryName(DemoLog.Path)!;

    private static string Printed => PolicyFile.Schema() + "\n";

    [Fact]
    public void The_schema_in_the_docs_is_the_contracts() =>
        Assert.Equal(Printed, File.ReadAllText(Path.Combine(Demo, "..", "docs", "policy.schema.json")));

    [Fact]
    public async Task The_demo_policy_is_as_the_schema_says()
    {
        var schema = await JsonSchema.FromJsonAsync(Printed);
        var path = Path.Combine(Demo, "policy.yaml");
        var policy = PolicyFile.Parse(await File.ReadAllTextAsync(path), path);

        Assert.Empty(schema.Validate(JsonFormatter.Default.Format(policy)));
    }

    [Theory]
    [InlineData("""{ "queue": [] }""")]
    [InlineData("""{ "queues": {} }""")]
    [InlineData("""{ "queues": [{ "name": 7 }] }""")]
    [InlineData("""{ "queues": [{ "coolDown": "a minute" }] }""")]
    [InlineData("""{ "queues": [{ "headStartByPriority": { "high": "90s" } }] }""")]
    [InlineData("""{ "workspace": { "channels": [{ "accept": "ALWAYS" }] } }""")]
    [InlineData("""{ "rules": [{ "when": { "all": { "conditions": [] }, "not": {} } }] }""")]
    public async Task Mistakes_of_form_are_mistakes_by_the_schema(string document)
    {
        var schema = await JsonSchema.FromJsonAsync(Printed);

        Assert.NotEmpty(schema.Validate(document));
    }

    [Fact]
    public async Task What_an_editor_shows_of_a_field_is_the_contracts_comment()
    {
        var queue = (await JsonSchema.FromJsonAsync(Printed)).Definitions["QueuePolicy"];

        Assert.StartsWith("Offers made at once for one ticket, 1 to 10.", queue.Properties["offerWidth"].Description, StringComparison.Ordinal);
    }
}
