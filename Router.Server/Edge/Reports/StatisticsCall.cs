using Google.Protobuf.Collections;
using Router.Engine;
using Router.Policies.Shape;
using Router.Server.Clock;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;
using Router.Server.Statistics;

namespace Router.Server.Edge.Reports;

/// <summary>Statistics of tickets by queue, channel, language and time.</summary>
/// <param name="clock">The server's time.</param>
internal sealed class StatisticsCall(ServerClock clock)
{
    /// <summary>Most names a request may choose by.</summary>
    public const int MostNames = 1_000;

    /// <summary>Most rows of an answer.</summary>
    private const int MostRows = 10_000;

    /// <summary>Reads them.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public async Task<V1.GetStatisticsResponse> GetAsync(Call call, V1.GetStatisticsRequest request)
    {
        var check = default(ShapeCheck);
        var time = ReadTime(ref check, request);
        var groups = ReadGroups(ref check, request, time);
        var queues = Names(ref check, "queues", request.Queues);
        var channels = Names(ref check, "channels", request.Channels);
        var languages = Names(ref check, "languages", request.Languages);
        check.Require();
        var sums = new SortedDictionary<TallyKey, Tally>(new KeyOrder());
        void Take(CountedTally counted)
        {
            var key = counted.Key;
            if ((queues is null || queues.Contains(key.Name)) && (channels is null || channels.Contains(key.Channel)) && (languages is null || languages.Contains(key.Language)))
            {
                Sum(sums, groups.KeyOf(key)).Add(counted.Tally);
            }
        }

        var tallies = new TallyQuery(call);
        foreach (var part in groups.ByInterval ? [time] : Days(time))
        {
            await tallies.ReadAsync(part.Span, part.Starts, Take);
        }

        if (sums.Count == 0 && request.GroupBy.Count == 0)
        {
            Sum(sums, groups.KeyOf(default));
        }

        var answer = new V1.GetStatisticsResponse();
        foreach (var (key, tally) in sums)
        {
            answer.Rows.Add(StatisticsWire.Of(
                key, tally, groups.ByInterval ? key.Start : time.From, groups.ByInterval ? key.Start + TallyKey.IntervalMs : time.Until));
        }

        return answer;
    }

    private static Tally Sum(SortedDictionary<TallyKey, Tally> sums, TallyKey key)
    {
        if (!sums.TryGetValue(key, out var sum))
        {
            if (sums.Count == MostRows)
            {
                throw Refused.For(
                    Reason.TooLarge,
                    $"The answer has more than {MostRows} rows: ask for fewer queues, a shorter time, or group by less.",
                    ("field", "group_by")).ToException();
            }

            sum = new Tally();
            sums.Add(key, sum);
        }

        return sum;
    }

    /// <summary>Whole days are read as such.</summary>
    private static IEnumerable<StatisticsTime> Days(StatisticsTime time)
    {
        var first = TallyKey.Floor(time.From + TallyKey.DayMs - 1, TallyKey.DayMs);
        var last = TallyKey.Floor(time.Until, TallyKey.DayMs);
        return time.Span != TallySpan.Interval || first >= last
            ? [time]
            : [time with { Until = first }, new StatisticsTime(first, last, TallySpan.Day), time with { From = last }];
    }

    private StatisticsTime ReadTime(ref ShapeCheck check, V1.GetStatisticsRequest request)
    {
        if (request.Rolling is not { } rolling)
        {
            return StatisticsTime.Read(ref check, request.From, request.Until, clock.NowMs, TallySpan.Interval);
        }

        if (request.From is not null || request.Until is not null)
        {
            check.Fail(Reason.InvalidRequest, "rolling", "is there together with from or until", "one or the other");
        }

        return StatisticsTime.ReadRolling(ref check, rolling, clock.NowMs);
    }

    private static StatisticsGroups ReadGroups(ref ShapeCheck check, V1.GetStatisticsRequest request, StatisticsTime time)
    {
        var wanted = new HashSet<V1.StatisticsGrouping>();
        for (var i = 0; i < request.GroupBy.Count && check.IsGood; i++)
        {
            var group = request.GroupBy[i];
            if (group == V1.StatisticsGrouping.Unspecified || !Enum.IsDefined(group) || !wanted.Add(group))
            {
                check.Fail(Reason.InvalidRequest, $"group_by[{i}]", $"is {group}", "QUEUE, CHANNEL, LANGUAGE and INTERVAL, each at most once");
            }
            else if (group == V1.StatisticsGrouping.Interval && time.Span != TallySpan.Interval)
            {
                check.Fail(Reason.InvalidRequest, $"group_by[{i}]", "is INTERVAL with a rolling time", "from and until");
            }
        }

        return new StatisticsGroups(
            wanted.Contains(V1.StatisticsGrouping.Queue),
            wanted.Contains(V1.StatisticsGrouping.Channel),
            wanted.Contains(V1.StatisticsGrouping.Language),
            wanted.Contains(V1.StatisticsGrouping.Interval));
    }

    private static HashSet<string>? Names(ref ShapeCheck check, string field, RepeatedField<string> names)
    {
        check.Count(names.Count, field, MostNames);
        return names.Count == 0 ? null : names.ToHashSet(StringComparer.Ordinal);
    }

    private sealed class KeyOrder : IComparer<TallyKey>
    {
        public int Compare(TallyKey x, TallyKey y) =>
            x.Start != y.Start ? x.Start.CompareTo(y.Start)
            : string.CompareOrdinal(x.Name, y.Name) is not 0 and var byName ? byName
            : string.CompareOrdinal(x.Channel, y.Channel) is not 0 and var byChannel ? byChannel
            : string.CompareOrdinal(x.Language, y.Language);
    }
}
