using Google.Protobuf.Collections;
using Router.Engine;
using Router.Engine.Policies;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;

namespace Router.Server.Edge.Supervision;

/// <summary>Reads what holds for all queues of a workspace.</summary>
internal static class WorkspaceShape
{
    private const int MostSegments = 64;
    private const int MostNames = 1_000;
    private const int MostCapacity = 10_000;
    private const int DefaultCapacity = 100;
    private const int MostLiveOffers = 10;
    private const int MostOffers = 100;

    /// <summary>Reads it into a policy without queues, or says what is wrong with it.</summary>
    /// <param name="workspace">What came in, or null.</param>
    /// <param name="requestId">The request's id, or empty.</param>
    /// <param name="read">The policy; only to be used when there is no mistake.</param>
    /// <returns>The first mistake, or null.</returns>
    public static Refused? Read(V1.WorkspacePolicy? workspace, string requestId, out WorkspacePolicy read)
    {
        var check = default(ShapeCheck);
        check.OptionalId(requestId, "request_id", FieldLimits.RequestId);
        if (workspace is null)
        {
            check.Fail(Reason.InvalidRequest, "workspace", "is missing", "a workspace's policy");
            workspace = new V1.WorkspacePolicy();
        }

        check.NotServed(workspace.UnroutableQueue.Length > 0, "workspace.unroutable_queue");
        check.NotServed(workspace.AgentCare is not null, "workspace.agent_care");
        check.Range(workspace.DefaultCapacity, "workspace.default_capacity", 0, MostCapacity);
        check.Range(workspace.LiveOffersPerAgent, "workspace.live_offers_per_agent", 0, MostLiveOffers);
        check.Range(workspace.OffersPerAgent, "workspace.offers_per_agent", 0, MostOffers);
        ReadSegments(ref check, workspace.Segments);
        read = new WorkspacePolicy
        {
            Channels = ReadChannels(ref check, workspace.Channels),
            Skills = ReadSkills(ref check, workspace.Skills),
            AwayReasons = ReadAwayReasons(ref check, workspace.AwayReasons),
            Segments = [.. workspace.Segments],
            DefaultCapacity = workspace.DefaultCapacity == 0 ? DefaultCapacity : workspace.DefaultCapacity,
            LiveOffersPerAgent = Math.Max(1, workspace.LiveOffersPerAgent),
            OffersPerAgent = workspace.OffersPerAgent,
        };
        return check.Refused;
    }

    private static List<ChannelPolicy> ReadChannels(ref ShapeCheck check, RepeatedField<V1.ChannelPolicy> channels)
    {
        var read = new List<ChannelPolicy>();
        check.Count(channels.Count, "workspace.channels", WorkspacePolicy.MostChannels);
        for (var i = 0; i < channels.Count && check.IsGood; i++)
        {
            var channel = ChannelShape.Read(ref check, channels[i]);
            check.Once(read.TrueForAll(c => c.Name != channel.Name), "name", channel.Name);
            check.FoundIn("workspace.channels", i);
            read.Add(channel);
        }

        return read;
    }

    private static List<CodeLabel> ReadSkills(ref ShapeCheck check, RepeatedField<V1.SkillDefinition> skills)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var read = new List<CodeLabel>();
        check.Count(skills.Count, "workspace.skills", MostNames);
        for (var i = 0; i < skills.Count && check.IsGood; i++)
        {
            check.Id(skills[i].Name, "name", FieldLimits.Name);
            check.Bytes(skills[i].Label, "label", FieldLimits.LabelBytes);
            check.Once(codes.Add(skills[i].Name), "name", skills[i].Name);
            check.FoundIn("workspace.skills", i);
            read.Add(new CodeLabel(skills[i].Name, skills[i].Label));
        }

        return read;
    }

    private static List<CodeLabel> ReadAwayReasons(ref ShapeCheck check, RepeatedField<V1.AwayReason> reasons)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal) { WorkspacePolicy.NoAnswer };
        var read = new List<CodeLabel>();
        check.Count(reasons.Count, "workspace.away_reasons", MostNames);
        for (var i = 0; i < reasons.Count && check.IsGood; i++)
        {
            var code = reasons[i].Code;
            check.Id(code, "code", FieldLimits.Name);
            check.Word(code, "code", "_");
            check.Bytes(reasons[i].Label, "label", FieldLimits.LabelBytes);
            check.Once(codes.Add(code), "code", code);
            check.FoundIn("workspace.away_reasons", i);
            read.Add(new CodeLabel(code, reasons[i].Label));
        }

        return read;
    }

    private static void ReadSegments(ref ShapeCheck check, RepeatedField<string> segments)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        check.Count(segments.Count, "workspace.segments", MostSegments);
        for (var i = 0; i < segments.Count && check.IsGood; i++)
        {
            check.Id(segments[i], "", FieldLimits.Name);
            check.Once(names.Add(segments[i]), "", segments[i]);
            check.FoundIn("workspace.segments", i);
        }
    }
}
