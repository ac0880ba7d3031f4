using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Router.Engine.Properties.Reference;

namespace Router.Engine.Properties.Mutants;

/// <summary>
/// The engine with one mistake, compiled from its sources as they are, and these properties once more beside it: what is shipped knows nothing of it.
/// </summary>
internal sealed class MutatedEngine : AssemblyLoadContext
{
    private const string EngineName = "Router.Engine";

    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Router.Engine.Properties")]
        """;

    private readonly string _engine;

    private MutatedEngine(string engine)
        : base(isCollectible: true) => _engine = engine;

    /// <summary>Plays scenarios until the properties find the mistake.</summary>
    /// <param name="mutant">The mistake.</param>
    /// <param name="most">Most commands to play.</param>
    /// <returns>How many commands it took, or 0 when it was not found.</returns>
    public static int CommandsToFind(Mutant mutant, int most)
    {
        var folder = Directory.CreateTempSubdirectory("router-mutant-");
        try
        {
            var context = new MutatedEngine(Compile(mutant, folder.FullName));
            var contest = context.LoadFromAssemblyPath(typeof(Contest).Assembly.Location).GetType(typeof(Contest).FullName!)!;
            var found = contest.GetMethod(nameof(Contest.CommandsToFailure))!.Invoke(null, [most])!;
            context.Unload();
            return (int)found;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == EngineName ? LoadFromStream(new MemoryStream(File.ReadAllBytes(_engine))) : null;

    private static string Compile(Mutant mutant, string folder)
    {
        var sources = BuiltWith("EngineSources");
        var wrong = Path.Combine(folder, Path.GetFileName(mutant.File));
        File.WriteAllText(wrong, Mutated(mutant, File.ReadAllText(Path.Combine(sources, mutant.File)).ReplaceLineEndings("\n")));
        var usings = Path.Combine(folder, "GlobalUsings.cs");
        File.WriteAllText(usings, GlobalUsings);
        var output = Path.Combine(folder, $"{EngineName}.dll");
        var right = Path.GetFullPath(Path.Combine(sources, mutant.File));
        string[] arguments =
        [
            "-nologo", "-target:library", "-optimize+", "-nullable:enable", "-nostdlib+", "-nowarn:CS1591", $"-out:\"{output}\"",
            .. Directory.EnumerateFiles(RuntimeEnvironment.GetRuntimeDirectory(), "System*.dll").Where(f => !f.Contains("Native", StringComparison.Ordinal)).Select(f => $"-r:\"{f}\""),
            .. Directory.EnumerateFiles(sources, "*.cs", SearchOption.AllDirectories).Where(f => Path.GetFullPath(f) != right).Append(wrong).Append(usings).Select(f => $"\"{f}\""),
        ];
        var response = Path.Combine(folder, "arguments.rsp");
        File.WriteAllLines(response, arguments);
        using var compiler = Process.Start(new ProcessStartInfo("dotnet", [BuiltWith("Compiler"), "-noconfig", $"@{response}"]) { RedirectStandardOutput = true })!;
        var said = compiler.StandardOutput.ReadToEnd();
        compiler.WaitForExit();
        return compiler.ExitCode == 0 ? output : throw new InvalidOperationException($"The engine that {mutant.Mistake} does not compile:\n{said}");
    }

    private static string Mutated(Mutant mutant, string source)
    {
        var at = source.IndexOf(mutant.Right, StringComparison.Ordinal);
        if (at < 0 || source.IndexOf(mutant.Right, at + 1, StringComparison.Ordinal) >= 0)
        {
            throw new InvalidOperationException($"'{mutant.Right}' must stand in {mutant.File} exactly once: the mutant has to follow the engine.");
        }

        return source.Replace(mutant.Right, mutant.Wrong, StringComparison.Ordinal);
    }

    private static string BuiltWith(string key) =>
        typeof(MutatedEngine).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;
}
