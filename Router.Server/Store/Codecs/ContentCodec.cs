using Google.Protobuf;
using Router.Engine.Tickets;
using Router.Server.Store.V1;

namespace Router.Server.Store.Codecs;

/// <summary>What a ticket was submitted with and what is asked, to and from their saved forms.</summary>
internal static class ContentCodec
{
    public static StoredContent ToStored(TicketContent content) => new()
    {
        Source = content.Source,
        ExternalId = content.ExternalId,
        Channel = content.Channel,
        Queue = content.Queue,
        Priority = content.Priority,
        Segment = content.Segment,
        Languages = { content.Languages.Select(ToStored) },
        Skills = { content.Skills.Select(ToStored) },
        CustomerId = content.CustomerId,
        CustomerName = content.CustomerName,
        CustomerAddress = content.CustomerAddress,
        Subject = content.Subject,
        Attributes = { content.Attributes.Select(a => new StoredAttribute { Name = a.Key, Value = a.Value }) },
        Classified = content.Classified is { } said
            ? new() { Rule = said.Rule, Target = said.Target, HasSteps = said.HasSteps, HeadStartMs = said.HeadStartMs }
            : null,
    };

    public static TicketContent FromStored(StoredContent stored) => new()
    {
        Source = stored.Source,
        ExternalId = stored.ExternalId,
        Channel = stored.Channel,
        Queue = stored.Queue,
        Priority = stored.Priority,
        Segment = stored.Segment,
        Languages = [.. stored.Languages.Select(FromStored)],
        Skills = [.. stored.Skills.Select(FromStored)],
        CustomerId = stored.CustomerId,
        CustomerName = stored.CustomerName,
        CustomerAddress = stored.CustomerAddress,
        Subject = stored.Subject,
        Attributes = [.. stored.Attributes.Select(a => KeyValuePair.Create(a.Name, a.Value))],
        Classified = stored.Classified is { } said ? new(said.Rule, said.Target, said.HasSteps, said.HeadStartMs) : null,
    };

    public static ByteString ToStored(IReadOnlyList<RoutingStep> steps) =>
        new StoredSteps { Steps = { steps.Select(ToStored) } }.ToByteString();

    public static IReadOnlyList<RoutingStep> StepsFrom(ByteString stored) =>
        [.. StoredSteps.Parser.ParseFrom(stored).Steps.Select(FromStored)];

    private static StoredRoutingStep ToStored(RoutingStep step) => new()
    {
        OpensAfterMs = step.OpensAfterMs,
        Requirement = new StoredRequirement
        {
            Queue = step.Requirement.Queue,
            Languages = { step.Requirement.Languages.Select(ToStored) },
            Skills = { step.Requirement.Skills.Select(ToStored) },
        },
    };

    private static RoutingStep FromStored(StoredRoutingStep stored) => new(
        stored.OpensAfterMs,
        new Requirement(
            stored.Requirement.Queue,
            [.. stored.Requirement.Languages.Select(FromStored)],
            [.. stored.Requirement.Skills.Select(FromStored)]));

    public static StoredLanguageNeed ToStored(LanguageNeed need) =>
        new() { Tag = need.Tag, MinLevel = need.MinLevel, AfterMs = need.AfterMs };

    public static LanguageNeed FromStored(StoredLanguageNeed stored) => new(stored.Tag, stored.MinLevel, stored.AfterMs);

    public static StoredSkillNeed ToStored(SkillNeed need) => new() { Name = need.Name, MinLevel = need.MinLevel };

    public static SkillNeed FromStored(StoredSkillNeed stored) => new(stored.Name, stored.MinLevel);
}
