using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Router.Engine.Hours;
using Router.Engine.Policies;

namespace Router.Policies.Shape;

/// <summary>IANA time zones as this machine's time-zone data has them.</summary>
public static class TimeZones
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<ZoneOffset>> Found = new(StringComparer.Ordinal);

    /// <summary>What the clocks of a zone show, or null when there is no zone of this name.</summary>
    /// <param name="name">The name; any text.</param>
    public static IReadOnlyList<ZoneOffset>? Find(string name)
    {
        if (Found.TryGetValue(name, out var found))
        {
            return found;
        }

        return TryFind(name, out var zone) ? Found.GetOrAdd(name, _ => ZoneTable.Of(zone)) : null;
    }

    /// <summary>Whether there is a zone of this name.</summary>
    /// <param name="name">The name; any text.</param>
    public static bool Has(string name) => TryFind(name, out _);

    // A name is also the name of a file below the folder of zones: it must not lead out of it.
    private static bool TryFind(string name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+')
            && !name.StartsWith('/')
            && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone);
    }
}
