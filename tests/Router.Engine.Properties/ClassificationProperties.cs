using Router.Engine.Classification;
using Router.Engine.Policies;
using Router.Engine.Tickets;

namespace Router.Engine.Properties;

/// <summary>However rules are looked up, the first one that holds is found.</summary>
public sealed class ClassificationProperties
{
    private const long Now = 1_800_000_000_000;
    private static readonly string[] Fields = ["channel", "source", "language", "segment", "attributes.topic", "attributes.size"];
    private static readonly string[] Texts = ["call", "chat", "he", "pt", "pt-br", "gold", "7", "7.0", "12", "bill"];

    [Fact]
    public void The_first_rule_that_holds_is_found_as_by_judging_all_in_order()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var policy = new WorkspacePolicy
            {
                Queues = [new() { Name = "service" }],
                Rules = [.. Enumerable.Range(0, random.Next(40)).Select(i => new ClassificationRule { Name = $"{i}", When = [.. Condition(random, 0)], Targets = [new()] })],
                DefaultQueue = "service",
            };
            var classifier = new Classifier(policy);
            for (var i = 0; i < 50; i++)
            {
                var content = Content(random);
                var right = Reference.Classification.FirstRule(policy, content, Now)?.Name ?? "";
                Assert.True(right == classifier.Classify(content, Now).Classified!.Rule, $"Seed {seed}, ticket {i}: rule '{right}' holds first.");
            }
        }
    }

    private static IEnumerable<ConditionPart> Condition(Random random, int depth)
    {
        switch (random.Next(depth > 2 ? 5 : 10))
        {
            case 0 when depth == 0:
                return [];
            case 5 or 6 or 7:
                var kind = random.Next(3) == 0 ? ConditionKind.Any : ConditionKind.All;
                var parts = random.Next(1, 4);
                return [new(kind, parts), .. Enumerable.Range(0, parts).SelectMany(_ => Condition(random, depth + 1)).ToList()];
            case 8:
                return [new(ConditionKind.Not, 1), .. Condition(random, depth + 1)];
            default:
                var comparison = random.Next(2) == 0 ? Comparison.Equal : (Comparison)random.Next(1, 10);
                return [new(ConditionKind.Field, 0, Fields[random.Next(Fields.Length)], comparison, [.. Enumerable.Range(0, comparison == Comparison.In ? 3 : 1).Select(_ => Text(random))])];
        }
    }

    private static TicketContent Content(Random random) => new()
    {
        Source = Text(random),
        ExternalId = "1",
        Channel = Text(random),
        Queue = "",
        Segment = random.Next(2) == 0 ? "" : Text(random),
        Languages = random.Next(2) == 0 ? [] : [new LanguageNeed(Text(random), 1, 0)],
        Attributes = [KeyValuePair.Create("topic", random.Next(4) == 0 ? "" : Text(random)), KeyValuePair.Create("size", Text(random))],
    };

    private static string Text(Random random) => Texts[random.Next(Texts.Length)];
}
