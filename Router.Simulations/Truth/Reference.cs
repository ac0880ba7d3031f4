using System.Text.Json;

namespace Router.Simulations.Truth;

/// <summary>What must come out, from a data file that is read only after everything has been simulated.</summary>
internal static class Reference
{
    /// <summary>The file, beside the program.</summary>
    public const string File = "Truth/reference.json";

    /// <summary>Reads it.</summary>
    /// <returns>What each figure must be, by name.</returns>
    public static IReadOnlyDictionary<string, Expected> Read()
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, File)));
        return document.RootElement.EnumerateObject().SelectMany(group => FiguresOf(group.Value, group.NameEquals("exact"))).ToDictionary();
    }

    private static List<KeyValuePair<string, Expected>> FiguresOf(JsonElement group, bool isExact)
    {
        var most = group.GetProperty("standardErrorPercent").GetDouble();
        return
        [
            .. group.GetProperty("figures").EnumerateObject().Select(figure => KeyValuePair.Create(
                figure.Name,
                figure.Value.ValueKind == JsonValueKind.Number
                    ? new Expected(figure.Value.GetDouble(), 0, isExact, most)
                    : new Expected(figure.Value.GetProperty("value").GetDouble(), figure.Value.GetProperty("halfWidth").GetDouble(), isExact, most))),
        ];
    }
}
