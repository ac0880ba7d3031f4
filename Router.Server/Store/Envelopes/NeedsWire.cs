using Router.Engine.Tickets;
using Contract = Router.V1;

namespace Router.Server.Store.Envelopes;

/// <summary>Languages and skills that are asked for, on the wire.</summary>
public static class NeedsWire
{
    /// <summary>A language of a ticket, queue or step.</summary>
    /// <param name="need">The need.</param>
    public static Contract.LanguageRequirement Of(LanguageNeed need) => new()
    {
        Language = need.Tag,
        MinLevel = need.MinLevel,
        After = need.AfterMs == 0 ? null : ProtoTime.Length(need.AfterMs),
    };

    /// <summary>A skill of a ticket or queue.</summary>
    /// <param name="need">The need.</param>
    public static Contract.SkillLevel Of(SkillNeed need) => new() { Skill = need.Name, Level = need.MinLevel };
}
