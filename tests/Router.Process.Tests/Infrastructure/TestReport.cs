using System.Text.Json;

namespace Router.ProcessTests.Infrastructure;

/// <summary>Figures that <c>./test</c> prints.</summary>
internal static class TestReport
{
    /// <summary>Writes them as one line of JSON where <c>./test</c> asks for it; by hand, nowhere.</summary>
    public static void Write(string area, object figures)
    {
        if (Environment.GetEnvironmentVariable("ROUTER_TEST_REPORTS") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, $"{area}.json"), JsonSerializer.Serialize(figures) + "\n");
        }
    }
}
