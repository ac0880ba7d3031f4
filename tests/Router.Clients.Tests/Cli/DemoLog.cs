using Router.CallLog;
using Router.Cli.CallLog;

namespace Router.Clients.Tests.Cli;

/// <summary>The real log that the demo plays.</summary>
internal static class DemoLog
{
    public static string Path { get; } = Find();

    public static IReadOnlyList<CallRow> Rows { get; } = CallLogReader.Read(Path);

    /// <summary>What <c>./run --once</c> plays.</summary>
    public static LogWindow HalfAnHour { get; } = new(At("10:00:00"), At("10:30:00"));

    public static DateTimeOffset At(string time) => DateTimeOffset.Parse($"1999-08-02T{time}Z", System.Globalization.CultureInfo.InvariantCulture);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Router.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Router.sln is in no folder above the tests.");
        }

        return System.IO.Path.Combine(folder.FullName, "demo", "bank-1999-08-02.csv");
    }
}
