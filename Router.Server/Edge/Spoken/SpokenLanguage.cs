using System.Globalization;
using Router.Server.Edge.Languages;

namespace Router.Server.Edge.Spoken;

/// <summary>Says waiting times in one language.</summary>
/// <param name="file">Its texts.</param>
internal sealed class SpokenLanguage(SpokenFile file)
{
    private const int MinutesPerHour = 60;
    private const int DaysPerWeek = 7;

    /// <summary>Waits up to four hours are made into sentences once.</summary>
    private const int MostKept = 4 * MinutesPerHour;

    private readonly PluralForms _minutes = new(file.Minutes);
    private readonly PluralForms _hours = new(file.Hours);
    private readonly string?[] _kept = new string?[MostKept + 1];

    /// <summary>Somebody has the ticket within so many minutes.</summary>
    /// <param name="minutes">1 or more.</param>
    public string Within(int minutes) => minutes > MostKept ? Sentence(minutes) : _kept[minutes] ??= Sentence(minutes);

    /// <summary>An agent is being asked to take the ticket.</summary>
    public string Connecting => file.Connecting;

    /// <summary>Nothing is known of the wait.</summary>
    /// <param name="mayBeCalledBack">Whether a call-back may be asked for.</param>
    public string Unknown(bool mayBeCalledBack) => mayBeCalledBack ? file.UnknownCallBack : file.Unknown;

    /// <summary>The queue is closed.</summary>
    /// <param name="opensAt">When it opens.</param>
    /// <param name="now">The time.</param>
    /// <param name="zone">The queue's time zone.</param>
    public string Opens(DateTimeOffset opensAt, DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(opensAt, zone);
        var days = (local.Date - TimeZoneInfo.ConvertTime(now, zone).Date).Days;
        var text = days switch
        {
            <= 0 => file.Today,
            1 => file.Tomorrow,
            < DaysPerWeek => file.Weekdays[(int)local.DayOfWeek],
            _ => file.Date.Replace("{day}", local.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{month}", file.Months[local.Month - 1], StringComparison.Ordinal),
        };
        var time = text.Replace("{clock}", local.ToString("H:mm", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return file.Opens.Replace("{time}", time, StringComparison.Ordinal);
    }

    private string Sentence(int minutes) => file.Within.Replace("{time}", TimeOf(minutes / MinutesPerHour, minutes % MinutesPerHour), StringComparison.Ordinal);

    private string TimeOf(int hours, int minutes) => (hours, minutes) switch
    {
        (0, _) => _minutes.Of(minutes),
        (_, 0) => _hours.Of(hours),
        _ => file.HoursAndMinutes.Replace("{hours}", _hours.Of(hours), StringComparison.Ordinal)
            .Replace("{minutes}", _minutes.Of(minutes), StringComparison.Ordinal),
    };
}
