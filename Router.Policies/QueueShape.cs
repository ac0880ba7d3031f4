using System.Globalization;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using Router.Engine;
using Router.Engine.Policies;
using Router.Policies.Shape;

namespace Router.Policies;

/// <summary>Reads a queue.</summary>
public static class QueueShape
{
    private const int Day = 86_400;
    private const int MostReopenSeconds = 30 * Day;
    private const int MostCoolDownSeconds = Day;
    private const int MostShortAbandonSeconds = 60;
    private const int MostHeadStartSeconds = 30 * Day;
    private const int MostTargetSeconds = 366 * Day;
    private const int MostOfferSeconds = 3_600;
    private const int MostOfferWidth = 10;
    private const int MostReserve = 1_000;
    private const int MostDispositions = 256;
    private const string NoneGiven = "none_given";

    /// <summary>Reads a queue, whose fields are named from <c>queue</c> on.</summary>
    /// <param name="check">Takes the mistakes.</param>
    /// <param name="queue">What came in, or null.</param>
    /// <returns>The queue; only to be used when there is no mistake.</returns>
    public static QueuePolicy Read(ref ShapeCheck check, V1.QueuePolicy? queue)
    {
        if (queue is null)
        {
            check.Fail(Reason.InvalidRequest, "queue", "is missing", "a queue");
            queue = new V1.QueuePolicy();
        }

        check.Range(queue.OfferWidth, "queue.offer_width", 0, MostOfferWidth);
        check.Id(queue.Name, "queue.name", FieldLimits.Name);
        check.Line(queue.Label, "queue.label", FieldLimits.LabelBytes);
        return new QueuePolicy
        {
            Name = queue.Name,
            Label = queue.Label,
            Channels = ReadChannels(ref check, queue.Channels),
            Skills = NeedsShape.Skills(ref check, "queue.skills", queue.Skills),
            Languages = NeedsShape.Languages(ref check, "queue.languages", queue.Languages),
            Steps = StepShape.Read(ref check, queue.Steps),
            PriorityHeadStart = ReadPriorities(ref check, queue.HeadStartByPriority),
            SegmentHeadStart = ReadSegments(ref check, queue.HeadStartBySegment),
            Selection = ReadSelection(ref check, queue.Selection),
            OfferWidth = Math.Max(1, queue.OfferWidth),
            CooldownSeconds = check.Seconds(queue.CoolDown, "queue.cool_down", 0, MostCoolDownSeconds) ?? QueuePolicy.DefaultCooldownSeconds,
            Escalation = StepShape.ReadEscalation(ref check, queue.Escalation),
            FollowUp = ReadFollowUp(ref check, queue.FollowUp),
            ReopenSeconds = check.Seconds(queue.ReopenWindow, "queue.reopen_window", 0, MostReopenSeconds) ?? 0,
            TimeToLiveSeconds = check.Seconds(queue.TimeToLive, "queue.time_to_live", 1, MostTargetSeconds) ?? 0,
            Hours = HoursShape.Read(ref check, queue.Hours),
            Alarms = AlarmShape.Read(ref check, queue.Alarms, "queue.alarms"),
            Dispositions = LabelShape.Read(
                ref check,
                "queue.dispositions",
                "code",
                MostDispositions,
                queue.Dispositions.Select(d => new CodeLabel(d.Code, d.Label)),
                NoneGiven),
            ShortAbandonSeconds = check.Seconds(queue.ShortAbandon, "queue.short_abandon", 0, MostShortAbandonSeconds)
                ?? QueuePolicy.DefaultShortAbandonSeconds,
        };
    }

    private static List<QueueChannel> ReadChannels(ref ShapeCheck check, RepeatedField<V1.QueueChannelPolicy> channels)
    {
        var read = new List<QueueChannel>();
        check.Count(channels.Count, "queue.channels", WorkspacePolicy.MostChannels);
        if (channels.Count == 0)
        {
            check.Fail(Reason.InvalidRequest, "queue.channels", "is empty", "at least one channel");
        }

        for (var i = 0; i < channels.Count && check.IsGood; i++)
        {
            var channel = channels[i];
            check.Id(channel.Channel, "channel", FieldLimits.Name);
            check.Range(channel.Reserve, "reserve", 0, MostReserve);
            check.Range(channel.ServiceLevelPercent, "service_level_percent", 0, 100);
            check.Once(read.TrueForAll(c => c.Channel != channel.Channel), "channel", channel.Channel);
            read.Add(new QueueChannel(
                channel.Channel,
                check.Seconds(channel.Target, "target", 0, MostTargetSeconds),
                ChannelShape.ReadWrapUp(ref check, channel.WrapUp, channel.Channel),
                check.Seconds(channel.OfferTimeToLive, "offer_time_to_live", 1, MostOfferSeconds),
                check.Seconds(channel.ServiceLevel, "service_level", 0, MostTargetSeconds),
                OverflowShape.ReadLimits(ref check, channel.Limits),
                channel.Reserve,
                channel.ServiceLevelPercent,
                AlarmShape.Read(ref check, channel.Alarms, "alarms")));
            check.FoundIn("queue.channels", i);
        }

        return read;
    }

    private static Dictionary<int, int> ReadPriorities(ref ShapeCheck check, MapField<int, Duration> headStarts)
    {
        var read = new Dictionary<int, int>();
        foreach (var (priority, headStart) in headStarts)
        {
            if (priority is < 0 or > FieldLimits.Priority)
            {
                check.Fail(
                    Reason.PriorityOutOfRange, "queue.head_start_by_priority", $"has priority {priority}", $"priorities from 0 to {FieldLimits.Priority}");
            }

            var field = $"queue.head_start_by_priority[{priority.ToString(CultureInfo.InvariantCulture)}]";
            read[priority] = check.Seconds(headStart, field, 0, MostHeadStartSeconds) ?? 0;
        }

        return read;
    }

    private static Dictionary<string, int> ReadSegments(ref ShapeCheck check, MapField<string, Duration> headStarts)
    {
        var read = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (segment, headStart) in headStarts)
        {
            check.Id(segment, "queue.head_start_by_segment", FieldLimits.Name);
            read[segment] = check.Seconds(headStart, $"queue.head_start_by_segment[{Shown.Text(segment)}]", 0, MostHeadStartSeconds) ?? 0;
        }

        return read;
    }

    private static FollowUpRule? ReadFollowUp(ref ShapeCheck check, V1.FollowUpPolicy? followUp)
    {
        if (followUp is null)
        {
            return null;
        }

        check.Count(followUp.Dispositions.Count, "queue.follow_up.dispositions", MostDispositions);
        foreach (var code in followUp.Dispositions)
        {
            check.Id(code, "queue.follow_up.dispositions", FieldLimits.Name);
        }

        if (followUp.After is null)
        {
            check.Fail(Reason.OutOfRange, "queue.follow_up.after", "is missing", "1 s to 366 days");
        }

        check.OptionalId(followUp.Queue, "queue.follow_up.queue", FieldLimits.Name);
        var after = check.Seconds(followUp.After, "queue.follow_up.after", 1, MostTargetSeconds) ?? 0;
        return new FollowUpRule([.. followUp.Dispositions], after, followUp.Queue);
    }

    private static string ReadSelection(ref ShapeCheck check, string selection)
    {
        check.OptionalId(selection, "queue.selection", FieldLimits.Name);
        return selection.Length == 0 ? QueuePolicy.LongestIdle : selection;
    }
}
