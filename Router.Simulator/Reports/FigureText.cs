using System.Globalization;

namespace Router.Simulator.Reports;

/// <summary>Figures as people read them.</summary>
internal static class FigureText
{
    private const double Minute = 60;
    private const double Hour = 3_600;
    private const string None = "–";

    /// <summary>A number of tickets.</summary>
    /// <param name="count">How many.</param>
    public static string Count(double? count) => count is { } number ? number.ToString("#,0", CultureInfo.InvariantCulture) : None;

    /// <summary>Hundredths.</summary>
    /// <param name="percent">How many.</param>
    public static string Percent(double? percent) => percent is { } number ? number.ToString("0.0", CultureInfo.InvariantCulture) + " %" : None;

    /// <summary>A length of time.</summary>
    /// <param name="seconds">In seconds.</param>
    public static string Time(double? seconds) => seconds switch
    {
        null => None,
        < Minute => seconds.Value.ToString("0.0", CultureInfo.InvariantCulture) + " s",
        < Hour => Invariant($"{Math.Floor(seconds.Value / Minute):0}:{Math.Floor(seconds.Value % Minute):00} min"),
        _ => Invariant($"{Math.Floor(seconds.Value / Hour):0}:{Math.Floor(seconds.Value % Hour / Minute):00} h"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
