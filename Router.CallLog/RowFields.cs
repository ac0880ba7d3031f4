using System.Globalization;

namespace Router.CallLog;

/// <summary>Reads the fields of one row by column.</summary>
/// <param name="file">The file, for errors.</param>
/// <param name="line">The row's line, from 1.</param>
/// <param name="fields">One text per column of <see cref="CallLogReader.Columns"/>.</param>
internal sealed class RowFields(string file, int line, IReadOnlyList<string> fields)
{
    private const string NoTime = "0:00:00";

    /// <summary>The row's line.</summary>
    public int Line => line;

    /// <summary>A text that is not empty.</summary>
    public string Text(string column)
    {
        var text = Field(column);
        return text.Length > 0 ? text : throw Wrong(column, text, "a text that is not empty");
    }

    /// <summary>A whole number.</summary>
    public int Number(string column, int least, int most, string unit)
    {
        var text = Field(column);
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Wrong(column, text, string.Create(CultureInfo.InvariantCulture, $"a whole number{unit}, {least} to {most}"));
    }

    /// <summary>A day, as midnight UTC.</summary>
    public DateTimeOffset Day(string column)
    {
        var text = Field(column);
        return DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day)
            ? day
            : throw Wrong(column, text, "a day such as 1999-08-02");
    }

    /// <summary>A time of day.</summary>
    public TimeSpan Time(string column)
    {
        var text = Field(column);
        return TimeOnly.TryParseExact(text, "H:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToTimeSpan()
            : throw Wrong(column, text, "a time of day such as 9:05:00");
    }

    /// <summary>A time of day; null for <c>0:00:00</c>, by which the log says that there is none.</summary>
    public TimeSpan? TimeIfAny(string column) => Field(column) == NoTime ? null : Time(column);

    /// <summary>One of a list of words.</summary>
    public string OneOf(string column, IReadOnlyCollection<string> words)
    {
        var text = Field(column);
        return words.Contains(text) ? text : throw Wrong(column, text, string.Join(", ", words));
    }

    private string Field(string column) => fields[CallLogReader.Columns.IndexOf(column)];

    private MalformedLogException Wrong(string column, string text, string expected) =>
        new(file, line, column, $"'{text}' may be {expected}.");
}
