using Google.Protobuf;
using Router.Engine.Tickets;
using Router.Server.Store.Commits;
using Router.Server.Store.V1;

namespace Router.Server.Store.Codecs;

/// <summary>What a ticket was submitted with and what is asked, to and from their saved forms.</summary>
internal static class ContentCodec
{
    public static void Write(FieldWriter fields, TicketContent content)
    {
        fields.Text(StoredContent.SourceFieldNumber, content.Source);
        fields.Text(StoredContent.ExternalIdFieldNumber, content.ExternalId);
        fields.Text(StoredContent.ChannelFieldNumber, content.Channel);
        fields.Text(StoredContent.QueueFieldNumber, content.Queue);
        fields.Number(StoredContent.PriorityFieldNumber, content.Priority);
        fields.Text(StoredContent.SegmentFieldNumber, content.Segment);
        fields.Messages(StoredContent.LanguagesFieldNumber, content.Languages, Write);
        fields.Messages(StoredContent.SkillsFieldNumber, content.Skills, Write);
        fields.Text(StoredContent.CustomerIdFieldNumber, content.CustomerId);
        fields.Text(StoredContent.CustomerNameFieldNumber, content.CustomerName);
        fields.Text(StoredContent.CustomerAddressFieldNumber, content.CustomerAddress);
        fields.Text(StoredContent.SubjectFieldNumber, content.Subject);
        fields.Messages(StoredContent.AttributesFieldNumber, content.Attributes, Write);
        fields.Text(StoredContent.KnownAgentIdFieldNumber, content.KnownAgentId);
        if (content.Classified is { } said)
        {
            fields.Message(StoredContent.ClassifiedFieldNumber, said, Write);
        }

        fields.Flag(StoredContent.WaivedFieldNumber, content.IsWaived);
    }

    private static void Write(FieldWriter fields, Classified said)
    {
        fields.Text(StoredClassified.RuleFieldNumber, said.Rule);
        fields.Number(StoredClassified.TargetFieldNumber, said.Target);
        fields.Flag(StoredClassified.HasStepsFieldNumber, said.HasSteps);
        fields.Number(StoredClassified.HeadStartMsFieldNumber, said.HeadStartMs);
    }

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
        KnownAgentId = stored.KnownAgentId,
        Attributes = [.. stored.Attributes.Select(a => KeyValuePair.Create(a.Name, a.Value))],
        IsWaived = stored.Waived,
        Classified = stored.Classified is { } said ? new(said.Rule, said.Target, said.HasSteps, said.HeadStartMs) : null,
    };

    /// <summary>The fields of StoredSteps.</summary>
    public static void Write(FieldWriter fields, IReadOnlyList<RoutingStep> steps) =>
        fields.Messages(StoredSteps.StepsFieldNumber, steps, Write);

    private static void Write(FieldWriter fields, RoutingStep step)
    {
        fields.Number(StoredRoutingStep.OpensAfterMsFieldNumber, step.OpensAfterMs);
        fields.Message(StoredRoutingStep.RequirementFieldNumber, step.Requirement, Write);
        fields.Flag(StoredRoutingStep.IsExpeditedFieldNumber, step.IsExpedited);
    }

    private static void Write(FieldWriter fields, Requirement requirement)
    {
        fields.Text(StoredRequirement.QueueFieldNumber, requirement.Queue);
        fields.Messages(StoredRequirement.LanguagesFieldNumber, requirement.Languages, Write);
        fields.Messages(StoredRequirement.SkillsFieldNumber, requirement.Skills, Write);
    }

    public static IReadOnlyList<RoutingStep> StepsFrom(ByteString stored) =>
        [.. StoredSteps.Parser.ParseFrom(stored).Steps.Select(FromStored)];

    private static RoutingStep FromStored(StoredRoutingStep stored) => new(
        stored.OpensAfterMs,
        new Requirement(
            stored.Requirement.Queue,
            [.. stored.Requirement.Languages.Select(FromStored)],
            [.. stored.Requirement.Skills.Select(FromStored)]),
        stored.IsExpedited);

    private static void Write(FieldWriter fields, KeyValuePair<string, string> attribute)
    {
        fields.Text(StoredAttribute.NameFieldNumber, attribute.Key);
        fields.Text(StoredAttribute.ValueFieldNumber, attribute.Value);
    }

    private static void Write(FieldWriter fields, LanguageNeed need)
    {
        fields.Text(StoredLanguageNeed.TagFieldNumber, need.Tag);
        fields.Number(StoredLanguageNeed.MinLevelFieldNumber, need.MinLevel);
        fields.Number(StoredLanguageNeed.AfterMsFieldNumber, need.AfterMs);
    }

    private static void Write(FieldWriter fields, SkillNeed need)
    {
        fields.Text(StoredSkillNeed.NameFieldNumber, need.Name);
        fields.Number(StoredSkillNeed.MinLevelFieldNumber, need.MinLevel);
    }

    public static StoredLanguageNeed ToStored(LanguageNeed need) =>
        new() { Tag = need.Tag, MinLevel = need.MinLevel, AfterMs = need.AfterMs };

    public static LanguageNeed FromStored(StoredLanguageNeed stored) => new(stored.Tag, stored.MinLevel, stored.AfterMs);

    public static StoredSkillNeed ToStored(SkillNeed need) => new() { Name = need.Name, MinLevel = need.MinLevel };

    public static SkillNeed FromStored(StoredSkillNeed stored) => new(stored.Name, stored.MinLevel);
}
