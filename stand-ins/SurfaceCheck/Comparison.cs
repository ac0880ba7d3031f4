namespace SurfaceCheck;

/// <summary>Compares what official assemblies need of stand-ins with what these offer.</summary>
public static class Comparison
{
    /// <summary>What is missing, one line each; nothing when the stand-ins are large enough.</summary>
    /// <param name="folder">Where all assemblies lie, as in a build output.</param>
    /// <param name="official">Names of the official assemblies.</param>
    /// <param name="standIns">Names of the stand-ins.</param>
    public static IReadOnlyList<string> Run(string folder, IReadOnlyCollection<string> official, IReadOnlyCollection<string> standIns)
    {
        string PathOf(string name) => Path.Combine(folder, name + ".dll");

        var absent = official.Concat(standIns).Where(name => !File.Exists(PathOf(name))).ToList();
        if (absent.Count > 0)
        {
            return [.. absent.Select(name => $"{name}.dll is not in the output.")];
        }

        var offered = standIns.ToDictionary(name => name, name => OfferedSurface.Read(PathOf(name)));
        var lacks = official
            .SelectMany(name => NeededSurface.Read(PathOf(name)).Select(need => (Official: name, Need: need)))
            .Where(pair => offered.TryGetValue(pair.Need.Assembly, out var surface) && !surface.Contains(pair.Need.Member))
            .Select(pair => $"{pair.Official} needs {pair.Need.Member} of {pair.Need.Assembly}, which its stand-in lacks.")
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        return lacks.Count > 0 ? lacks : TypeLoading.Run(folder, official);
    }
}
