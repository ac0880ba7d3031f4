using System.Text.RegularExpressions;

namespace Router.Structure.Tests;

/// <summary>Which areas (first folders) of a project name which others, and in which file.</summary>
internal sealed partial class AreaArrows
{
    private readonly SortedDictionary<string, SortedDictionary<string, string>> _arrows = new(StringComparer.Ordinal);

    private AreaArrows()
    {
    }

    public IEnumerable<(string From, string To, string File)> All =>
        _arrows.SelectMany(from => from.Value.Select(to => (from.Key, to.Key, to.Value)));

    /// <summary>Reads them from the sources. Files beside the areas, such as Program.cs, may use all and are left out.</summary>
    public static AreaArrows Of(string project)
    {
        var arrows = new AreaArrows();
        var areas = Repository.Files(project, ".cs").Select(AreaOf).OfType<string>().ToHashSet();
        foreach (var file in Repository.Files(project, ".cs"))
        {
            if (AreaOf(file) is not { } from)
            {
                continue;
            }

            var named = QualifiedName().Matches(Repository.TextOf(file))
                .Where(match => match.Groups["project"].Value == project)
                .Select(match => match.Groups["area"].Value);
            foreach (var to in named.Where(to => to != from && areas.Contains(to)))
            {
                arrows.Add(from, to, file);
            }
        }

        return arrows;
    }

    /// <summary>A ring of areas that use each other, with a file for each arrow; null when there is none.</summary>
    public string? FindRing()
    {
        var done = new HashSet<string>();
        foreach (var area in _arrows.Keys)
        {
            if (FindRing(area, [], done) is { } ring)
            {
                return ring;
            }
        }

        return null;
    }

    private static string? AreaOf(string file)
    {
        var parts = file.Split('/');
        return parts.Length > 2 ? parts[1] : null;
    }

    private void Add(string from, string to, string file)
    {
        if (!_arrows.TryGetValue(from, out var targets))
        {
            _arrows[from] = targets = new(StringComparer.Ordinal);
        }

        targets.TryAdd(to, file);
    }

    private string? FindRing(string area, List<string> way, HashSet<string> done)
    {
        var start = way.IndexOf(area);
        if (start >= 0)
        {
            List<string> ring = [.. way[start..], area];
            return string.Join(", ", ring.Zip(ring.Skip(1), (from, to) => $"{from} uses {to} ({_arrows[from][to]})"));
        }

        if (done.Contains(area) || !_arrows.TryGetValue(area, out var targets))
        {
            return null;
        }

        way.Add(area);
        var found = targets.Keys.Select(to => FindRing(to, way, done)).FirstOrDefault(ring => ring is not null);
        way.Remove(area);
        done.Add(area);
        return found;
    }

    [GeneratedRegex(@"\b(?<project>Router\.[A-Z]\w*)\.(?<area>[A-Z]\w*)")]
    private static partial Regex QualifiedName();
}
