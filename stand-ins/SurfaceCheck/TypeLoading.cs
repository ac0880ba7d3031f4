using System.Reflection;
using System.Runtime.Loader;

namespace SurfaceCheck;

/// <summary>
/// Lets the runtime load every type of the official assemblies. That shows what the references in the metadata do not:
/// an abstract member of a stand-in that is left open, and an override that finds nothing to override.
/// </summary>
public static class TypeLoading
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>What does not fit, one line each.</summary>
    /// <param name="folder">Where the assemblies lie.</param>
    /// <param name="official">Names of the official assemblies.</param>
    public static IReadOnlyList<string> Run(string folder, IReadOnlyCollection<string> official)
    {
        var context = new AssemblyLoadContext(nameof(TypeLoading));
        context.Resolving += (_, name) =>
        {
            var path = Path.Combine(Path.GetFullPath(folder), name.Name + ".dll");
            return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        };
        return [.. official
            .SelectMany(name => Misfits(context.LoadFromAssemblyName(new AssemblyName(name))))
            .Distinct()
            .Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Misfits(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes().SelectMany(OverridesOfNothing);
        }
        catch (ReflectionTypeLoadException refused)
        {
            return refused.LoaderExceptions.OfType<TypeLoadException>().Select(exception => exception.Message);
        }
    }

    private static IEnumerable<string> OverridesOfNothing(Type type) => type.GetMethods(Declared)
        .Where(method => method.IsVirtual && (method.Attributes & MethodAttributes.VtableLayoutMask) == MethodAttributes.ReuseSlot)
        .Where(method => method.GetBaseDefinition().DeclaringType == type)
        .Select(method => $"{type.FullName} overrides {method.Name}, which {type.BaseType} does not have.");
}
