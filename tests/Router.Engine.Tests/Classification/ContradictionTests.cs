using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;

namespace Router.Engine.Tests.Classification;

/// <summary>Rules that can never match are mistakes; those that might are not.</summary>
public sealed class ContradictionTests
{
    private static readonly ConditionPart Not = new(ConditionKind.Not, 1);

    public static TheoryData<string, ConditionPart[]> Never => new()
    {
        { "two values", [All(2), Field("source", Comparison.Equal, "a"), Field("source", Comparison.Equal, "b")] },
        { "two lists", [All(2), Field("source", Comparison.In, "a", "b"), Field("source", Comparison.In, "c")] },
        { "a value and not it", [All(2), Field("source", Comparison.Equal, "a"), Not, Field("source", Comparison.Equal, "a")] },
        { "a value that is excluded", [All(2), Field("attributes.x", Comparison.NotEqual, "5"), Field("attributes.x", Comparison.Equal, "5.0")] },
        { "a value outside the limit", [All(2), Field("attributes.x", Comparison.Equal, "5"), Field("attributes.x", Comparison.Less, "5")] },
        { "an empty range of numbers", [All(2), Field("attributes.x", Comparison.Greater, "10"), Field("attributes.x", Comparison.Less, "9.5")] },
        { "a range of one number that is left out", [All(2), Field("attributes.x", Comparison.GreaterOrEqual, "10"), Field("attributes.x", Comparison.Less, "10")] },
        { "a night", [All(2), Field("time_of_day", Comparison.GreaterOrEqual, "22:00"), Field("time_of_day", Comparison.Less, "06:00")] },
        { "there and not there", [All(2), Not, Field("attributes.x", Comparison.Exists), Field("attributes.x", Comparison.Prefix, "a")] },
        { "two beginnings", [All(2), Field("attributes.x", Comparison.Prefix, "ab"), Field("attributes.x", Comparison.Prefix, "b")] },
        { "an unknown channel", [Field("channel", Comparison.Equal, "fax")] },
        { "unknown channels", [Field("channel", Comparison.In, "fax", "pager")] },
        { "no channel that begins so", [Field("channel", Comparison.Prefix, "x")] },
        { "no channel left", [All(3), Field("channel", Comparison.NotEqual, "call"), Field("channel", Comparison.NotEqual, "chat"), Field("channel", Comparison.NotEqual, "email")] },
        { "an unknown segment", [Field("segment", Comparison.Equal, "diamond")] },
        { "a language that is none", [Field("language", Comparison.Equal, "old english")] },
        { "each alternative", [new(ConditionKind.Any, 2), Field("channel", Comparison.Equal, "fax"), All(2), Field("source", Comparison.Equal, "a"), Field("source", Comparison.Equal, "b")] },
        { "not one of all there are", [Not, new(ConditionKind.Any, 3), Field("channel", Comparison.Equal, "call"), Field("channel", Comparison.Equal, "chat"), Field("channel", Comparison.Equal, "email")] },
        { "deep inside", [All(2), Field("source", Comparison.Equal, "a"), All(2), Field("language", Comparison.Exists), Field("source", Comparison.Equal, "b")] },
    };

    public static TheoryData<string, ConditionPart[]> Perhaps => new()
    {
        { "one alternative", [new(ConditionKind.Any, 2), Field("channel", Comparison.Equal, "fax"), Field("channel", Comparison.Equal, "call")] },
        { "one of a list", [Field("channel", Comparison.In, "fax", "call")] },
        { "one number in two ways", [All(2), Field("attributes.x", Comparison.Equal, "5"), Field("attributes.x", Comparison.Equal, "5.0")] },
        { "a range of one", [All(2), Field("attributes.x", Comparison.GreaterOrEqual, "10"), Field("attributes.x", Comparison.LessOrEqual, "10")] },
        { "a number that begins so when written otherwise", [All(2), Field("attributes.x", Comparison.Equal, "5"), Field("attributes.x", Comparison.Prefix, "5.")] },
        { "missing or not equal", [All(2), Not, Field("attributes.x", Comparison.Exists), Field("attributes.x", Comparison.NotEqual, "a")] },
        { "not above, which what is missing is not", [All(2), Not, Field("attributes.x", Comparison.Greater, "1"), Not, Field("attributes.x", Comparison.Less, "5")] },
        { "not both", [Not, All(2), Field("source", Comparison.Equal, "a"), Field("source", Comparison.Equal, "b")] },
        { "the segment of whoever is back", [Field("segment", Comparison.Equal, WorkspacePolicy.Dissatisfied)] },
        { "no segment", [All(2), Field("segment", Comparison.NotEqual, "gold"), Field("segment", Comparison.NotEqual, "dissatisfied")] },
        { "number and text", [All(2), Field("attributes.x", Comparison.Greater, "10"), Field("attributes.x", Comparison.Less, "a")] },
        { "one beginning of the other", [All(2), Field("attributes.x", Comparison.Prefix, "ab"), Field("attributes.x", Comparison.Prefix, "a")] },
    };

    [Theory]
    [MemberData(nameof(Never))]
    public void A_rule_that_can_never_match_is_a_mistake_with_its_path(string what, ConditionPart[] when)
    {
        var mistake = Assert.Single(new Workspace().Engine.Mistakes(With(when)));

        Assert.Equal((what, Reason.InvalidRequest, "rules[0].when"), (what, mistake.Reason, mistake.Path));
        Assert.StartsWith("Rule 'one' can never match: ", mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Perhaps))]
    public void A_rule_that_may_match_is_none(string what, ConditionPart[] when) => Assert.Equal((what, 0), (what, new Workspace().Engine.Mistakes(With(when)).Count));

    [Fact]
    public void Conditions_that_are_not_whole_are_passed_over()
    {
        ConditionPart[][] broken = [[All(2), Field("source", Comparison.Equal, "a")], [Not], [Field("source", Comparison.In)], [Field("source", Comparison.Equal)], [All(1), Not, Not]];

        Assert.All(broken, when => Assert.Empty(new Workspace().Engine.Mistakes(With(when))));
    }

    private static WorkspacePolicy With(ConditionPart[] when) => Rules.Standard with
    {
        Rules = [new ClassificationRule { Name = "one", When = when, Targets = [new ClassificationTarget { Queue = Rules.Service }] }],
        DefaultQueue = Rules.Service,
    };

    private static ConditionPart All(int parts) => new(ConditionKind.All, parts);

    private static ConditionPart Field(string field, Comparison comparison, params string[] values) => new(ConditionKind.Field, 0, field, comparison, values);
}
