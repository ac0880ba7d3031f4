using System.Net;
using System.Text;

namespace Router.Simulator.Reports;

/// <summary>The parts of a report's page that are no figures of a queue.</summary>
internal static class PageText
{
    private const string Style = """
        :root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--line:#d8dee4;--paper:#fff;--shade:#f6f8fa;--s0:#0969da;--s1:#bc4c00;--s2:#6e7781}
        @media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9198a1;--line:#30363d;--paper:#0d1117;--shade:#161b22;--s0:#58a6ff;--s1:#f0883e;--s2:#9198a1}}
        *{box-sizing:border-box}
        body{font:15px/1.5 system-ui,sans-serif;max-width:1080px;margin:0 auto;padding:1.5rem 1rem 3rem;color:var(--ink);background:var(--paper)}
        h1{font-size:1.6rem;line-height:1.2;margin:0 0 .25rem}h2{font-size:1.2rem;margin:2.2rem 0 .4rem;padding-top:.6rem;border-top:1px solid var(--line)}
        p{margin:.2rem 0;color:var(--soft)}p.said{color:var(--ink)}p.list{font:13px/1.3 ui-monospace,monospace;white-space:pre-wrap}
        .legend{display:flex;flex-wrap:wrap;gap:.3rem 1.5rem;margin:.8rem 0 0;padding:0;list-style:none}
        .label:before,.legend li:before{content:"";display:inline-block;width:1.6em;height:0;border-top:3px solid;margin-right:.5em;vertical-align:middle}
        .label.s1:before,.legend .s1:before{border-top-style:dashed}.label.s2:before,.legend .s2:before{border-top-style:dotted}
        .label:before,.legend li:before{border-color:var(--s0)}.label.s1:before,.legend .s1:before{border-color:var(--s1)}.label.s2:before,.legend .s2:before{border-color:var(--s2)}
        .wide{overflow-x:auto;margin:1.2rem 0}
        table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
        th,td{padding:.3rem .6rem;text-align:right;white-space:nowrap;border-bottom:1px solid var(--line)}
        thead th{font-weight:600;font-size:.85em;color:var(--soft);vertical-align:bottom;white-space:normal}
        th:first-child,td.label{text-align:left}tbody th{font-weight:600;vertical-align:top}tbody.all{background:var(--shade)}
        .charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,420px),1fr));gap:.8rem 1.6rem}
        figure{margin:.4rem 0;break-inside:avoid}figcaption{font-weight:600;font-size:.92em}
        svg{display:block;width:100%;height:auto;font-size:11px}svg text{fill:var(--soft)}
        .grid{stroke:var(--line);stroke-width:1}.base{stroke:var(--soft);stroke-width:1}
        .curve{fill:none;stroke-width:2;stroke-linejoin:round;stroke:var(--s0)}
        .curve.s1{stroke:var(--s1);stroke-dasharray:6 3}.curve.s2{stroke:var(--s2);stroke-dasharray:2 3}
        footer{margin-top:2.5rem;border-top:1px solid var(--line);padding-top:.6rem;font-size:.88em}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.4rem 0}dt{font-weight:600}dd{margin:0;color:var(--soft)}
        @media (max-width:560px){dl{grid-template-columns:1fr}dd{margin-bottom:.4rem}}
        @page{size:A4 portrait;margin:14mm}
        @media print{
        :root{color-scheme:light;--ink:#1b1f24;--soft:#57606a;--line:#d8dee4;--paper:#fff;--shade:#f6f8fa;--s0:#0969da;--s1:#bc4c00;--s2:#6e7781}
        body{max-width:none;padding:0;font-size:11px}section,tbody,dl{break-inside:avoid}section.days{break-inside:auto}h1,h2,figcaption{break-after:avoid}
        .wide{overflow:visible}table{font-size:9px}th,td{padding:.2rem .3rem}h2{margin-top:1.2rem}.charts{grid-template-columns:repeat(3,1fr);gap:.4rem .8rem}}
        """;

    private static readonly (string Word, string Meaning)[] Words =
    [
        ("Service level", "answered within the time that the policy sets for queue and channel, of those that entered, without those given up at once"),
        ("Given up", "left while waiting, of those that entered; those given up at once (the policy's limit for short ones) are left out"),
        ("Wait", "from entering the queue until an agent had it, of those answered; for letters open hours alone"),
        ("Handle time", "from then until the agent was done with it, wrap-up included"),
        ("Promises kept", "of those who were told a waiting time, how many did not wait longer"),
        ("Occupancy", "how much of the time in which agents were there, and not on a break, they had work in hand"),
    ];

    /// <summary>What is before the body's text.</summary>
    /// <param name="title">What was simulated.</param>
    public static string Head(string title) =>
        $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{WebUtility.HtmlEncode(title)}</title><style>{Style}</style></head><body>\n";

    /// <summary>The title, what there is to say, and what the colours mean.</summary>
    /// <param name="title">What was simulated.</param>
    /// <param name="axis">The time.</param>
    /// <param name="words">What there is to say.</param>
    /// <param name="series">The series.</param>
    public static string Opening(string title, TimeAxis axis, IEnumerable<string> words, IReadOnlyList<ReportSeries> series)
    {
        var text = new StringBuilder($"<h1>{WebUtility.HtmlEncode(title)}</h1><p>{WebUtility.HtmlEncode(axis.Span)}; curves by {axis.Step}</p>");
        text.AppendJoin("", words.Select(line => $"<p class='said{(line.Contains("  ", StringComparison.Ordinal) ? " list" : "")}'>{WebUtility.HtmlEncode(line)}</p>"));
        if (series.Count > 1)
        {
            text.Append("<ul class='legend'>").AppendJoin("", series.Select((one, i) => $"<li class='s{i}'>{WebUtility.HtmlEncode(one.Label)}</li>")).Append("</ul>");
        }

        return text.Append('\n').ToString();
    }

    /// <summary>The agents' part.</summary>
    /// <param name="axis">The time.</param>
    /// <param name="series">The series.</param>
    public static string Agents(TimeAxis axis, IReadOnlyList<ReportSeries> series)
    {
        var occupancy = string.Join(", ", series.Select(one =>
            (series.Count > 1 ? $"{one.Label} " : "") + FigureText.Percent(one.Figures.OccupancyPercent)));
        var unfinished = string.Join(", ", series.Where(one => one.Figures.Unfinished > 0).Select(one =>
            (series.Count > 1 ? $"{one.Label} " : "") + FigureText.Count((double)one.Figures.Unfinished / one.Figures.Parts)));
        return $"<section><h2>Agents</h2><p>Occupancy: {WebUtility.HtmlEncode(occupancy)}{(unfinished.Length > 0 ? $". Tickets that were never done: {WebUtility.HtmlEncode(unfinished)}" : "")}</p><div class='charts'>"
            + LineChart.Draw("Agents there, on average", axis, [.. series.Select(one => axis.Curve((first, count) => one.Figures.AgentsOf(first, count)))])
            + LineChart.Draw("Occupancy, %", axis, [.. series.Select(one => axis.Curve((first, count) => one.Figures.OccupancyPercentOf(first, count)))], most: 100)
            + "</div></section>\n";
    }

    /// <summary>What the words mean, and the end.</summary>
    public static string Closing() =>
        "<footer><dl>" + string.Concat(Words.Select(one => $"<dt>{one.Word}</dt><dd>{one.Meaning}</dd>")) + "</dl></footer></body></html>\n";
}
