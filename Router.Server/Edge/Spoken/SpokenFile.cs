using System.Text.Json;
using System.Text.Json.Serialization;
using Router.Server.Edge.Languages;

namespace Router.Server.Edge.Spoken;

/// <summary>
/// What is said of waiting times in one language: a file of the folder <c>spoken</c> beside the server, named by its language (<c>lt.json</c>).
/// docs/waiting-times.md says how to write one.
/// </summary>
internal sealed record SpokenFile
{
    private static readonly string[] Clock = ["{clock}"];

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
    };

    /// <summary>Somebody has the customer's ticket within <c>{time}</c>.</summary>
    public required string Within { get; init; }

    /// <summary>An agent is being asked to take it just now.</summary>
    public required string Connecting { get; init; }

    /// <summary>Minutes: a form for each list of numbers.</summary>
    public required IReadOnlyDictionary<string, string> Minutes { get; init; }

    /// <summary>Hours, likewise.</summary>
    public required IReadOnlyDictionary<string, string> Hours { get; init; }

    /// <summary><c>{hours}</c> and <c>{minutes}</c> together.</summary>
    public required string HoursAndMinutes { get; init; }

    /// <summary>Nothing is known of the wait.</summary>
    public required string Unknown { get; init; }

    /// <summary>The same to somebody who may ask to be called back.</summary>
    public required string UnknownCallBack { get; init; }

    /// <summary>The queue is closed until <c>{time}</c>.</summary>
    public required string Opens { get; init; }

    /// <summary>Today at <c>{clock}</c>.</summary>
    public required string Today { get; init; }

    /// <summary>Tomorrow at <c>{clock}</c>.</summary>
    public required string Tomorrow { get; init; }

    /// <summary>A day of the week at <c>{clock}</c>, from Sunday to Saturday.</summary>
    public required IReadOnlyList<string> Weekdays { get; init; }

    /// <summary><c>{day}</c> of <c>{month}</c> at <c>{clock}</c>, from a week on.</summary>
    public required string Date { get; init; }

    /// <summary>The months as <see cref="Date"/> needs them, from January to December.</summary>
    public required IReadOnlyList<string> Months { get; init; }

    /// <summary>Reads a file.</summary>
    /// <param name="json">Its text.</param>
    /// <exception cref="JsonException">It is not such a file; the message says where.</exception>
    public static SpokenFile Read(string json) => JsonSerializer.Deserialize<SpokenFile>(json, Reading) ?? throw new JsonException("It is empty.");

    /// <summary>What is wrong with it, in words.</summary>
    public IEnumerable<string> Mistakes()
    {
        (string Key, string Text, string[] Parts)[] texts =
        [
            ("within", Within, ["{time}"]),
            ("connecting", Connecting, []),
            ("hoursAndMinutes", HoursAndMinutes, ["{hours}", "{minutes}"]),
            ("unknown", Unknown, []),
            ("unknownCallBack", UnknownCallBack, []),
            ("opens", Opens, ["{time}"]),
            ("today", Today, Clock),
            ("tomorrow", Tomorrow, Clock),
            ("date", Date, ["{day}", "{month}", "{clock}"]),
            .. Weekdays.Select((text, i) => ($"weekdays[{i}]", text, Clock)),
        ];
        foreach (var (key, text, parts) in texts)
        {
            if (string.IsNullOrEmpty(text))
            {
                yield return $"'{key}' is empty";
                continue;
            }

            foreach (var part in parts.Where(p => !text.Contains(p, StringComparison.Ordinal)))
            {
                yield return $"'{key}' does not say {part}";
            }
        }

        foreach (var (key, forms) in new[] { ("minutes", Minutes), ("hours", Hours) })
        {
            if (forms.Values.Any(string.IsNullOrEmpty))
            {
                yield return $"'{key}' has an empty form";
            }

            if (!new PluralForms(forms).IsComplete)
            {
                yield return $"'{key}' has no form for '*', all other numbers";
            }
        }

        foreach (var (key, count, right) in new[] { ("weekdays", Weekdays.Count, 7), ("months", Months.Count, 12) })
        {
            if (count != right)
            {
                yield return $"'{key}' has {count} texts; right would be {right}";
            }
        }

        if (Months.Any(string.IsNullOrEmpty))
        {
            yield return "'months' has an empty text";
        }
    }
}
