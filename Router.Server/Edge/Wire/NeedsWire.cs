using Router.Engine.Tickets;

namespace Router.Server.Edge.Wire;

/// <summary>Languages and skills that are asked for, on the wire.</summary>
internal static class NeedsWire
{
    /// <summary>A language of a ticket, queue or step.</summary>
    /// <param name="need">The need.</param>
    public static V1.LanguageRequirement Of(LanguageNeed need) => new()
    {
        Language = need.Tag,
        MinLevel = need.MinLevel,
        After = need.AfterMs == 0 ? null : Times.Length(need.AfterMs),
    };

    /// <summary>A skill of a ticket or queue.</summary>
    /// <param name="need">The need.</param>
    public static V1.SkillLevel Of(SkillNeed need) => new() { Skill = need.Name, Level = need.MinLevel };
}
