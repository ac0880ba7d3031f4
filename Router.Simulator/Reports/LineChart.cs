using System.Globalization;
using System.Net;
using System.Text;

namespace Router.Simulator.Reports;

/// <summary>Curves over time as inline SVG, coloured by the page.</summary>
internal static class LineChart
{
    private const double Width = 460;
    private const double Height = 170;
    private const double Left = 40;
    private const double Bottom = 22;
    private const double Top = 8;
    private const double Right = 12;
    private const int Steps = 4;
    private const double Half = .5;

    private static readonly double[] Nice = [1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10];

    /// <summary>Draws it.</summary>
    /// <param name="title">What it shows, with its unit.</param>
    /// <param name="axis">The time.</param>
    /// <param name="curves">One for each series, in their order: a figure for each point; null where there is none.</param>
    /// <param name="most">Where the axis ends; null takes it from the figures.</param>
    public static string Draw(string title, TimeAxis axis, IReadOnlyList<IReadOnlyList<double?>> curves, double? most = null)
    {
        var top = most ?? NiceTop(curves.SelectMany(curve => curve).Max() ?? 0);
        var svg = new StringBuilder();
        svg.Append(Invariant($"<figure><figcaption>{WebUtility.HtmlEncode(title)}</figcaption>"));
        svg.Append(Invariant($"<svg viewBox='0 0 {Width} {Height}' role='img' aria-label='{WebUtility.HtmlEncode(title)}'>"));
        for (var step = 0; step <= Steps; step++)
        {
            var y = Y((double)step / Steps);
            svg.Append(Invariant($"<line x1='{Left}' y1='{y:F1}' x2='{Width - Right}' y2='{y:F1}' class='{(step == 0 ? "base" : "grid")}'/>"));
            svg.Append(Invariant($"<text x='{Left - 6}' y='{y + 4:F1}' text-anchor='end'>{top * step / Steps:0.##}</text>"));
        }

        foreach (var (line, text, label) in axis.Labels)
        {
            var (x, middle) = (X(line, axis.Points), X(text, axis.Points));
            svg.Append(Invariant($"<line x1='{x:F1}' y1='{Top}' x2='{x:F1}' y2='{Height - Bottom + 4}' class='grid'/>"));
            if (middle <= Width - Right)
            {
                svg.Append(Invariant($"<text x='{middle:F1}' y='{Height - 5}' text-anchor='{(middle < Left + 1 ? "start" : middle > Width - Left ? "end" : "middle")}'>{label}</text>"));
            }
        }

        for (var i = 0; i < curves.Count; i++)
        {
            svg.Append(Invariant($"<path d='{PathOf(curves[i], top)}' class='curve s{i}'/>"));
        }

        return svg.Append("</svg></figure>").ToString();
    }

    /// <summary>An end of the axis that divides into four numbers one can read.</summary>
    /// <param name="most">The highest figure.</param>
    private static double NiceTop(double most)
    {
        if (most <= 0)
        {
            return Steps;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(most / Steps)));
        return Nice.Select(nice => nice * power * Steps).First(end => end >= most * .999);
    }

    // A gap in the figures is a gap in the curve; a figure alone between gaps is a dot.
    private static string PathOf(IReadOnlyList<double?> points, double top)
    {
        var path = new StringBuilder();
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i] is not { } point)
            {
                continue;
            }

            var y = Y(Math.Min(1, point / top));
            var goesOn = i > 0 && points[i - 1] is not null;
            path.Append(Invariant($"{(goesOn ? 'L' : 'M')}{X(i + Half, points.Count):F1} {y:F1}"));
            if (!goesOn && (i + 1 == points.Count || points[i + 1] is null))
            {
                path.Append("m-1 0a1 1 0 1 0 2 0a1 1 0 1 0 -2 0");
            }
        }

        return path.ToString();
    }

    private static double X(double place, double places) => Left + ((Width - Left - Right) * place / places);

    private static double Y(double share) => Height - Bottom - ((Height - Bottom - Top) * share);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
