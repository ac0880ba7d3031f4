using Router.Engine.Policies;
using Router.Engine.Tickets;

namespace Router.Engine.Classification;

/// <summary>The rules of one version of the policy, made ready once. Not for use by two threads at once.</summary>
internal sealed class Classifier
{
    private readonly WorkspacePolicy _policy;
    private readonly FieldTable _fields = new();
    private readonly RuleIndex _rules;
    private readonly HashSet<string> _queues;
    private readonly HashSet<string> _skills;
    private readonly Dictionary<ClassificationTarget, Classified> _said = new(ReferenceEqualityComparer.Instance);

    public Classifier(WorkspacePolicy policy)
    {
        _policy = policy;
        _rules = new RuleIndex([.. policy.Rules.Select(r => new CompiledRule(r, _fields))]);
        _queues = [.. policy.Queues.Select(q => q.Name)];
        _skills = [.. policy.Skills.Select(s => s.Code)];
        foreach (var rule in policy.Rules)
        {
            foreach (var (i, target) in rule.Targets.Index())
            {
                _said[target] = new(rule.Name, i, target.Steps.Count > 0, target.HeadStartSeconds * 1_000L);
            }
        }
    }

    /// <summary>Where a ticket goes that names no queue, and what it asks there. Its queue stays empty when the policy has no rule and no default queue.</summary>
    /// <param name="content">What it was submitted with.</param>
    /// <param name="now">Engine time in ms.</param>
    public TicketContent Classify(TicketContent content, long now)
    {
        return _rules.First(_fields.Read(content, now)) is { } rule
            ? Apply(rule, content)
            : content with { Queue = _policy.DefaultQueue, Classified = Classified.ByDefault };
    }

    /// <summary>A queue as a classified ticket finds it: with the steps of its rule's target, where that has some.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="classified">What was said of the ticket, or null.</param>
    public QueuePolicy WithSteps(QueuePolicy queue, Classified? classified) =>
        classified is { HasSteps: true }
        && _policy.Rules.FirstOrDefault(r => r.Name == classified.Rule)?.Targets.ElementAtOrDefault(classified.Target) is { Steps.Count: > 0 } target
            ? queue with { Steps = target.Steps }
            : queue;

    /// <summary>The steps of such a queue.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="classified">What was said of the ticket, or null.</param>
    public IReadOnlyList<QueueStep> StepsOf(QueuePolicy queue, Classified? classified) => classified is { HasSteps: true } ? WithSteps(queue, classified).Steps : queue.Steps;

    private TicketContent Apply(CompiledRule rule, TicketContent content)
    {
        var target = rule.TargetFor(content.CustomerId.Length > 0 ? content.CustomerId : $"{content.Source}\n{content.ExternalId}");
        return content with
        {
            Queue = QueueOf(target, content),
            Skills = content.Skills.Count > 0 ? content.Skills : SkillsOf(target, content),
            Languages = content.Languages.Count > 0 ? content.Languages : LanguagesOf(target, content),
            Priority = content.Priority > 0 ? content.Priority : target.Priority ?? 0,
            Segment = content.Segment.Length > 0 ? content.Segment : target.Segment,
            Classified = _said[target],
        };
    }

    private string QueueOf(ClassificationTarget target, TicketContent content) =>
        AttributeOf(content, target.QueueAttribute) is { } named && _queues.Contains(named) ? named
        : target.Queue.Length > 0 ? target.Queue
        : _policy.DefaultQueue;

    private IReadOnlyList<SkillNeed> SkillsOf(ClassificationTarget target, TicketContent content) =>
        AttributeOf(content, target.SkillAttribute) is { } named && _skills.Contains(named) ? WithSkill(target.Skills, named) : target.Skills;

    private static IReadOnlyList<SkillNeed> WithSkill(IReadOnlyList<SkillNeed> skills, string named) =>
        skills.All(s => s.Name != named) ? [.. skills, new SkillNeed(named, 1)] : skills;

    private static IReadOnlyList<LanguageNeed> LanguagesOf(ClassificationTarget target, TicketContent content) =>
        AttributeOf(content, target.LanguageAttribute) is { } named && IsTag(named) ? [new LanguageNeed(named.ToLowerInvariant(), 1, 0)] : target.Languages;

    private static string? AttributeOf(TicketContent content, string name)
    {
        if (name.Length > 0)
        {
            for (var i = 0; i < content.Attributes.Count; i++)
            {
                if (content.Attributes[i].Key == name)
                {
                    return content.Attributes[i].Value;
                }
            }
        }

        return null;
    }

    /// <summary>Letters and digits in groups of at most 8, as BCP 47 has them; what else an attribute holds is no language.</summary>
    private static bool IsTag(string text)
    {
        const int mostCharacters = 35;
        return text.Length is >= 2 and <= mostCharacters
            && text.Split('-').All(subtag => subtag.Length is >= 1 and <= 8 && subtag.All(char.IsAsciiLetterOrDigit))
            && char.IsAsciiLetter(text[0])
            && char.IsAsciiLetter(text[1]);
    }
}
