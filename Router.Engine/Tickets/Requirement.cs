using System.Text;

namespace Router.Engine.Tickets;

/// <summary>
/// Who may serve: an agent of the queue who speaks one of the languages and has all of the skills.
/// Two requirements are equal when their <see cref="Key"/>s are.
/// </summary>
public sealed class Requirement : IEquatable<Requirement>
{
    /// <summary>Makes a requirement.</summary>
    /// <param name="queue">The queue that the agent must serve.</param>
    /// <param name="languages">Any one of these will do; none asked for when empty.</param>
    /// <param name="skills">All of these are asked for.</param>
    public Requirement(string queue, IReadOnlyList<LanguageNeed> languages, IReadOnlyList<SkillNeed> skills)
    {
        Queue = queue;
        Languages = languages;
        Skills = skills;
        Key = BuildKey(queue, languages, skills);
    }

    /// <summary>The queue that the agent must serve.</summary>
    public string Queue { get; }

    /// <summary>Any one of these will do; empty asks for none.</summary>
    public IReadOnlyList<LanguageNeed> Languages { get; }

    /// <summary>All of these are asked for.</summary>
    public IReadOnlyList<SkillNeed> Skills { get; }

    /// <summary>The requirement as one string, the same for equal ones: <c>queue/he&gt;=4,ru&gt;=3/billing&gt;=2</c>.</summary>
    public string Key { get; }

    /// <inheritdoc/>
    public bool Equals(Requirement? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Requirement);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Key;

    private static string BuildKey(string queue, IReadOnlyList<LanguageNeed> languages, IReadOnlyList<SkillNeed> skills)
    {
        var key = new StringBuilder(queue).Append('/');
        key.AppendJoin(',', languages.Select(l => $"{l.Tag}>={l.MinLevel}").Order(StringComparer.Ordinal));
        key.Append('/');
        key.AppendJoin(',', skills.Select(s => $"{s.Name}>={s.MinLevel}").Order(StringComparer.Ordinal));
        return key.ToString();
    }
}
