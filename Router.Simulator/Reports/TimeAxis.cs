using System.Globalization;
using Router.Simulator.Counting;

namespace Router.Simulator.Reports;

/// <summary>The time that the charts of a report show: without what is empty before and after, and no finer than can be seen.</summary>
internal sealed class TimeAxis
{
    private const int MostPoints = 200;
    private const int OfAnHour = 60 / RunFigures.IntervalMinutes;
    private const int MostLabels = 6;
    private const int MostDaysByHour = 3;
    private const int HoursOfADay = 24;

    /// <summary>How many intervals may become one point.</summary>
    private static readonly int[] Widths = [1, OfAnHour, 2 * OfAnHour, 4 * OfAnHour, 8 * OfAnHour, 24 * OfAnHour];

    private static readonly int[] HoursBetweenLabels = [1, 2, 3, 6, 12];

    private readonly TimeZoneInfo _zone;
    private readonly RunFigures _figures;

    /// <summary>Makes it.</summary>
    /// <param name="series">What is shown.</param>
    /// <param name="zone">The time zone of its clock.</param>
    public TimeAxis(IReadOnlyList<ReportSeries> series, TimeZoneInfo zone)
    {
        _zone = zone;
        _figures = series[0].Figures;
        var used = Enumerable.Range(0, _figures.Intervals).Where(i => series.Any(one => IsUsed(one.Figures, i))).ToList();
        var (first, last) = used.Count > 0 ? (used[0], used[^1]) : (0, _figures.Intervals - 1);
        First = first / OfAnHour * OfAnHour;
        var count = last + 1 - First;
        Width = Widths.FirstOrDefault(width => count <= width * MostPoints, Widths[^1]);
        Points = (count + Width - 1) / Width;
    }

    /// <summary>The first interval that is shown.</summary>
    public int First { get; }

    /// <summary>How many intervals one point stands for.</summary>
    public int Width { get; }

    /// <summary>How many points there are.</summary>
    public int Points { get; }

    /// <summary>How long one point is, for people.</summary>
    public string Step => Width < OfAnHour ? $"{Width * RunFigures.IntervalMinutes} minutes" : Width == OfAnHour ? "hour" : $"{Width / OfAnHour} hours";

    /// <summary>The whole time that was counted, for people.</summary>
    public string Span => _figures.IsOneDay
        ? $"The mean of {_figures.Parts} days, by the time of the day"
        : string.Create(CultureInfo.InvariantCulture, $"{At(0):ddd d MMM yyyy HH:mm} to {At(_figures.Intervals):ddd d MMM yyyy HH:mm} {(_zone == TimeZoneInfo.Utc ? "UTC" : _zone.Id)}{(_figures.Parts > 1 ? $", the mean of {_figures.Parts} runs" : "")}");

    /// <summary>What stands below the axis: where its line is and where its text, in points from the left, and what.</summary>
    public IReadOnlyList<(double Line, double Text, string Label)> Labels
    {
        get
        {
            var hours = Enumerable.Range(0, ((Points * Width) / OfAnHour) + 1)
                .Select(hour => (Where: (double)hour * OfAnHour / Width, Time: At(First + (hour * OfAnHour))))
                .ToList();
            var days = hours.Where(hour => (hour.Time.Hour == 0 && hour.Where < Points) || hour == hours[0]).ToList();
            if (days.Count > MostDaysByHour)
            {
                var apart = ((days.Count - 1) / MostLabels) + 1;
                return [.. days.Where((_, i) => i % apart == 0).Select(day => (day.Where, MiddleOf(day), Text(day.Time, "ddd d MMM")))];
            }

            var between = HoursBetweenLabels.FirstOrDefault(step => hours.Count <= step * MostLabels, HoursOfADay);
            return [.. hours.Where(hour => hour.Time.Hour % between == 0).Select(hour => (hour.Where, hour.Where, Text(hour.Time, "HH:mm")))];
        }
    }

    /// <summary>The days that are shown: what they are called, the first interval of each, and how many; none where days are added up.</summary>
    public IReadOnlyList<(string Label, int First, int Count)> Days => _figures.IsOneDay
        ? []
        : [.. Enumerable.Range(First, Math.Min(Points * Width, _figures.Intervals - First))
            .GroupBy(i => At(i).Date)
            .Select(day => (Text(day.Key, "ddd d MMM"), day.First(), day.Count()))];

    /// <summary>A figure at each point.</summary>
    /// <param name="figure">The figure of some intervals: the first, and how many.</param>
    public IReadOnlyList<double?> Curve(Func<int, int, double?> figure) =>
        [.. Enumerable.Range(0, Points).Select(i => First + (i * Width)).Select(first => figure(first, Math.Min(Width, _figures.Intervals - first)))];

    private static bool IsUsed(RunFigures figures, int interval) =>
        figures.AgentsOf(interval, 1) > 0
        || figures.Queues.Values.Any(queue => queue.Intervals[interval] is { Entered: > 0 } or { Refused: > 0 } or { BusyMs: > 0 });

    private static string Text(DateTime time, string form) => time.ToString(form, CultureInfo.InvariantCulture);

    private double MiddleOf((double Where, DateTime Time) day) =>
        (day.Where + Math.Min(Points, day.Where + ((HoursOfADay - day.Time.Hour) * (double)OfAnHour / Width))) / 2;

    private DateTime At(int interval) =>
        TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(_figures.From + (interval * RunFigures.IntervalMs)), _zone).DateTime;
}
