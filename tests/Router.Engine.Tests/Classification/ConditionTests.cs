using Router.Engine.Classification;
using Router.Engine.Policies;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Classification;

/// <summary>When a condition is true.</summary>
public sealed class ConditionTests
{
    // 15 January 2027, 08:00 UTC.
    private const long Now = 1_800_000_000_000;

    [Theory]
    [InlineData("channel", Comparison.Equal, "call", true)]
    [InlineData("channel", Comparison.Equal, "chat", false)]
    [InlineData("channel", Comparison.NotEqual, "chat", true)]
    [InlineData("channel", Comparison.In, "chat|call", true)]
    [InlineData("channel", Comparison.In, "chat|email", false)]
    [InlineData("source", Comparison.Prefix, "crm", true)]
    [InlineData("source", Comparison.Prefix, "CRM", false)]
    [InlineData("language", Comparison.Equal, "pt-br", true)]
    [InlineData("language", Comparison.Prefix, "pt", true)]
    [InlineData("segment", Comparison.Exists, "", false)]
    [InlineData("segment", Comparison.NotEqual, "gold", true)]
    [InlineData("segment", Comparison.Equal, "", false)]
    [InlineData("attributes.amount", Comparison.Exists, "", true)]
    [InlineData("attributes.amount", Comparison.Equal, "100.0", true)]
    [InlineData("attributes.amount", Comparison.In, "7|100.00", true)]
    [InlineData("attributes.amount", Comparison.Less, "99", false)]
    [InlineData("attributes.amount", Comparison.Less, "1000", true)]
    [InlineData("attributes.amount", Comparison.LessOrEqual, "100", true)]
    [InlineData("attributes.amount", Comparison.Greater, "99.5", true)]
    [InlineData("attributes.amount", Comparison.GreaterOrEqual, "100.5", false)]
    [InlineData("attributes.amount", Comparison.Less, "ten", true)]
    [InlineData("attributes.city", Comparison.Greater, "Berlin", true)]
    [InlineData("attributes.city", Comparison.Less, "5", false)]
    [InlineData("attributes.empty", Comparison.Exists, "", false)]
    [InlineData("attributes.none", Comparison.Less, "5", false)]
    [InlineData("attributes.none", Comparison.NotEqual, "5", true)]
    [InlineData("attributes.none", Comparison.Prefix, "", false)]
    [InlineData("time", Comparison.GreaterOrEqual, "2027-01-15T08:00:00Z", true)]
    [InlineData("time", Comparison.Less, "2027-01-15", false)]
    [InlineData("time", Comparison.Prefix, "2027-01-", true)]
    [InlineData("time_of_day", Comparison.Equal, "08:00", true)]
    [InlineData("time_of_day", Comparison.Less, "09:30", true)]
    public void A_field_is_compared(string field, Comparison comparison, string values, bool holds) =>
        Assert.Equal(holds, Matches(new ConditionPart(ConditionKind.Field, 0, field, comparison, values.Length == 0 ? [] : values.Split('|'))));

    [Fact]
    public void Combinations_hold_as_they_read()
    {
        ConditionPart yes = new(ConditionKind.Field, 0, "channel", Comparison.Equal, ["call"]);
        ConditionPart no = new(ConditionKind.Field, 0, "channel", Comparison.Equal, ["chat"]);
        ConditionPart not = new(ConditionKind.Not, 1);
        Assert.True(Matches());
        Assert.True(Matches(All(2), yes, yes));
        Assert.False(Matches(All(2), yes, no));
        Assert.True(Matches(Any(2), no, yes));
        Assert.False(Matches(Any(2), no, no));
        Assert.True(Matches(not, no));
        Assert.False(Matches(not, All(2), yes, yes));
        Assert.True(Matches(All(3), yes, Any(2), no, not, no, yes));
        Assert.False(Matches(All(3), yes, Any(2), no, not, yes, yes));
        Assert.False(Matches(Any(2), All(2), yes, no, no));
    }

    private static ConditionPart All(int parts) => new(ConditionKind.All, parts);

    private static ConditionPart Any(int parts) => new(ConditionKind.Any, parts);

    private static bool Matches(params ConditionPart[] when)
    {
        var classifier = new Classifier(new WorkspacePolicy
        {
            DefaultQueue = "other",
            Rules = [new ClassificationRule { Name = "rule", When = when, Targets = [new() { Queue = "matched" }] }],
        });
        var content = new TicketContent
        {
            Source = "crm-1",
            ExternalId = "1",
            Channel = "call",
            Queue = "",
            Languages = [new("pt-br", 1, 0)],
            Attributes = [new("amount", "100"), new("city", "Riga"), new("empty", "")],
        };
        return classifier.Classify(content, Now).Queue == "matched";
    }
}
