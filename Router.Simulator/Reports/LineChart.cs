using System.Globalization;
using System.Net;
using System.Text;

namespace Router.Simulator.Reports;

/// <summary>Curves over the day as inline SVG.</summary>
internal static class LineChart
{
    private const double Width = 720;
    private const double Height = 180;
    private const double Left = 48;
    private const double Bottom = 22;
    private const double Top = 8;
    private const double Right = 20;
    private const int Hours = 24;
    private const int HoursBetweenLabels = 3;

    private static readonly string[] Strokes = ["#1f6feb", "#d1540a", "#57606a"];

    /// <summary>Draws it.</summary>
    /// <param name="title">What it shows, with its unit.</param>
    /// <param name="curves">Each with its name and a figure for each interval of the day; null where there is none.</param>
    public static string Draw(string title, IReadOnlyList<(string Name, IReadOnlyList<double?> Points)> curves)
    {
        var most = Math.Max(1, curves.SelectMany(curve => curve.Points).Max() ?? 1);
        var svg = new StringBuilder();
        svg.Append(Invariant($"<figure><figcaption>{WebUtility.HtmlEncode(title)}</figcaption>"));
        svg.Append(Invariant($"<svg viewBox='0 0 {Width} {Height}' role='img' aria-label='{WebUtility.HtmlEncode(title)}'>"));
        for (var hour = 0; hour <= Hours; hour += HoursBetweenLabels)
        {
            var x = X(hour, Hours);
            svg.Append(Invariant($"<line x1='{x:F1}' y1='{Top}' x2='{x:F1}' y2='{Height - Bottom}' class='grid'/>"));
            svg.Append(Invariant($"<text x='{x:F1}' y='{Height - 6}' text-anchor='middle'>{hour}:00</text>"));
        }

        foreach (var share in new[] { 0, .5, 1 })
        {
            var y = Y(share);
            svg.Append(Invariant($"<line x1='{Left}' y1='{y:F1}' x2='{Width - Right}' y2='{y:F1}' class='grid'/>"));
            svg.Append(Invariant($"<text x='{Left - 6}' y='{y + 4:F1}' text-anchor='end'>{share * most:F0}</text>"));
        }

        for (var i = 0; i < curves.Count; i++)
        {
            svg.Append(Invariant($"<path d='{PathOf(curves[i].Points, most)}' stroke='{Strokes[i % Strokes.Length]}'/>"));
        }

        svg.Append("</svg><ul>");
        for (var i = 0; i < curves.Count; i++)
        {
            svg.Append(Invariant($"<li style='color:{Strokes[i % Strokes.Length]}'>{WebUtility.HtmlEncode(curves[i].Name)}</li>"));
        }

        return svg.Append("</ul></figure>").ToString();
    }

    // A gap in the figures is a gap in the curve.
    private static string PathOf(IReadOnlyList<double?> points, double most)
    {
        var path = new StringBuilder();
        var isDrawing = false;
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i] is { } point)
            {
                path.Append(Invariant($"{(isDrawing ? 'L' : 'M')}{X(i + .5, points.Count):F1} {Y(point / most):F1}"));
            }

            isDrawing = points[i] is not null;
        }

        return path.ToString();
    }

    private static double X(double place, double places) => Left + ((Width - Left - Right) * place / places);

    private static double Y(double share) => Height - Bottom - ((Height - Bottom - Top) * share);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
