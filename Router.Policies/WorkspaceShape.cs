using Google.Protobuf.Collections;
using Router.Engine;
using Router.Engine.Policies;
using Router.Policies.Shape;

namespace Router.Policies;

/// <summary>Reads what holds for all queues of a workspace.</summary>
public static class WorkspaceShape
{
    private const int MostSegments = 64;
    private const int MostNames = 1_000;
    private const int MostCapacity = 10_000;
    private const int DefaultCapacity = 100;
    private const int MostLiveOffers = 10;
    private const int MostOffers = 100;
    private const int MostMemorySeconds = 366 * 86_400;
    private const int MostForOne = 100;
    private const int MostForOneSeconds = 86_400;
    private const int MostBackWithinSeconds = 3_600;

    /// <summary>Reads it into a policy without queues, with fields named from <c>workspace</c> on.</summary>
    /// <param name="check">Takes the mistakes.</param>
    /// <param name="workspace">What came in, or null.</param>
    /// <returns>The policy; only to be used when there is no mistake.</returns>
    public static WorkspacePolicy Read(ref ShapeCheck check, V1.WorkspacePolicy? workspace)
    {
        if (workspace is null)
        {
            check.Fail(Reason.InvalidRequest, "workspace", "is missing", "a workspace's policy");
            workspace = new V1.WorkspacePolicy();
        }

        check.OptionalId(workspace.UnroutableQueue, "workspace.unroutable_queue", FieldLimits.Name);
        check.Range(workspace.DefaultCapacity, "workspace.default_capacity", 0, MostCapacity);
        check.Range(workspace.LiveOffersPerAgent, "workspace.live_offers_per_agent", 0, MostLiveOffers);
        check.Range(workspace.OffersPerAgent, "workspace.offers_per_agent", 0, MostOffers);
        check.Range(workspace.MostForOne, "workspace.most_for_one", 0, MostForOne);
        var usual = WorkspacePolicy.Initial;
        ReadSegments(ref check, workspace.Segments);
        if (!Enum.IsDefined(workspace.AgentFigures))
        {
            check.Fail(Reason.InvalidRequest, "workspace.agent_figures", $"is {(int)workspace.AgentFigures}", "OFF, TEAM or NAMED");
        }

        return new WorkspacePolicy
        {
            Channels = ReadChannels(ref check, workspace.Channels),
            Skills = LabelShape.Read(ref check, "workspace.skills", "name", MostNames, workspace.Skills.Select(s => new CodeLabel(s.Name, s.Label))),
            AwayReasons = LabelShape.Read(
                ref check,
                "workspace.away_reasons",
                "code",
                MostNames,
                workspace.AwayReasons.Select(r => new CodeLabel(r.Code, r.Label)),
                WorkspacePolicy.NoAnswer,
                marks: "_"),
            Segments = [.. workspace.Segments],
            AgentCare = CareShape.Read(ref check, workspace.AgentCare),
            DefaultCapacity = workspace.DefaultCapacity == 0 ? DefaultCapacity : workspace.DefaultCapacity,
            LiveOffersPerAgent = Math.Max(1, workspace.LiveOffersPerAgent),
            OffersPerAgent = workspace.OffersPerAgent,
            CustomerMemorySeconds = check.Seconds(workspace.CustomerMemory, "workspace.customer_memory", 0, MostMemorySeconds) ?? 0,
            MostForOne = workspace.MostForOne == 0 ? usual.MostForOne : workspace.MostForOne,
            LeastForOneSeconds = check.Seconds(workspace.LeastForOne, "workspace.least_for_one", 1, MostForOneSeconds) ?? usual.LeastForOneSeconds,
            BackWithinSeconds = check.Seconds(workspace.BackWithin, "workspace.back_within", 0, MostBackWithinSeconds) ?? usual.BackWithinSeconds,
            UnroutableQueue = workspace.UnroutableQueue,
            AgentFigures = (AgentFigures)workspace.AgentFigures,
        };
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
