using Router.Simulator.Counting;

namespace Router.Simulator.Reports;

/// <summary>One of the things that a report shows beside each other.</summary>
/// <param name="Label">What it is called, such as <c>recorded</c>.</param>
/// <param name="Figures">Its figures; all of a report have the same intervals.</param>
public sealed record ReportSeries(string Label, RunFigures Figures);
