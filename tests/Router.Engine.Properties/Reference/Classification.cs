using System.Globalization;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Reference;

/// <summary>Rule by rule, from the first: where a ticket that names no queue goes, and what it asks there.</summary>
internal static class Classification
{
    /// <param name="world">Where.</param>
    /// <param name="content">The ticket.</param>
    /// <param name="isRefused">Whether it would be refused so.</param>
    public static TicketContent Of(World world, TicketContent content, Predicate<TicketContent> isRefused)
    {
        if (FirstRule(world.Policy, content, world.Now) is not { } rule)
        {
            return content with { Queue = world.Policy.DefaultQueue, Classified = Classified.ByDefault };
        }

        // Which of a rule's targets a customer gets is a matter of weights; that it is one of them is not.
        var said = world.Facts.OfType<TicketFact>().FirstOrDefault(f => f.TicketId == world.NextTicketId)?.Content.Classified;
        var might = rule.Targets.Select((target, i) => Applied(world.Policy, rule, target, i, content)).ToList();
        return might.Find(c => (c.Classified?.Rule, c.Classified?.Target) == (said?.Rule, said?.Target)) ?? might.Find(isRefused) ?? might[0];
    }

    private static TicketContent Applied(WorkspacePolicy policy, ClassificationRule rule, ClassificationTarget target, int at, TicketContent content) => content with
    {
        Queue = target.Queue.Length > 0 ? target.Queue : policy.DefaultQueue,
        Skills = content.Skills.Count > 0 ? content.Skills : target.Skills,
        Languages = content.Languages.Count > 0 ? content.Languages : target.Languages,
        Priority = content.Priority > 0 ? content.Priority : target.Priority ?? 0,
        Segment = content.Segment.Length > 0 ? content.Segment : target.Segment,
        Classified = new(rule.Name, at, target.Steps.Count > 0, target.HeadStartSeconds * 1_000L),
    };

    /// <summary>The first rule whose condition holds, or null.</summary>
    public static ClassificationRule? FirstRule(WorkspacePolicy policy, TicketContent content, long now) =>
        policy.Rules.FirstOrDefault(r => r.When.Count == 0 || Judge(r.When, 0, content, now).Holds);

    private static (bool Holds, int Next) Judge(IReadOnlyList<ConditionPart> parts, int at, TicketContent content, long now)
    {
        var part = parts[at];
        if (part.Kind == ConditionKind.Field)
        {
            return (Holds(part, ValueOf(part.Field, content, now)), at + 1);
        }

        List<bool> inner = [];
        var next = at + 1;
        for (var i = 0; i < part.Parts; i++)
        {
            (var holds, next) = Judge(parts, next, content, now);
            inner.Add(holds);
        }

        return (part.Kind switch
        {
            ConditionKind.All => inner.TrueForAll(h => h),
            ConditionKind.Any => inner.Exists(h => h),
            _ => !inner[0],
        }, next);
    }

    private static string ValueOf(string field, TicketContent content, long now) => field switch
    {
        "channel" => content.Channel,
        "source" => content.Source,
        "language" => content.FirstLanguage,
        "segment" => content.Segment,
        "time" => DateTimeOffset.FromUnixTimeMilliseconds(now).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        "time_of_day" => DateTimeOffset.FromUnixTimeMilliseconds(now).ToString("HH:mm", CultureInfo.InvariantCulture),
        _ => content.Attributes.LastOrDefault(a => $"attributes.{a.Key}" == field).Value ?? "",
    };

    private static bool Holds(ConditionPart part, string value)
    {
        if (value.Length == 0)
        {
            return part.Comparison == Comparison.NotEqual;
        }

        var named = part.Values ?? [];
        return part.Comparison switch
        {
            Comparison.Equal => Compare(value, named[0]) == 0,
            Comparison.NotEqual => Compare(value, named[0]) != 0,
            Comparison.In => named.Any(n => Compare(value, n) == 0),
            Comparison.Exists => true,
            Comparison.Prefix => value.StartsWith(named[0], StringComparison.Ordinal),
            Comparison.Less => Compare(value, named[0]) < 0,
            Comparison.LessOrEqual => Compare(value, named[0]) <= 0,
            Comparison.Greater => Compare(value, named[0]) > 0,
            _ => Compare(value, named[0]) >= 0,
        };
    }

    /// <summary>As numbers where both are, else as text.</summary>
    private static int Compare(string left, string right) =>
        NumberOf(left) is { } one && NumberOf(right) is { } other ? one.CompareTo(other) : string.CompareOrdinal(left, right);

    private static double? NumberOf(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
