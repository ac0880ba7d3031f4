using System.Text.Json;

namespace Router.Engine.Properties;

/// <summary>What was played and found, written where the test script looks for it.</summary>
public sealed class PropertiesReport : IDisposable
{
    private readonly List<string> _seeds = [];

    /// <summary>Inputs played.</summary>
    public int Commands { get; set; }

    /// <summary>Scenarios in which engine and model differed, or a promise did not hold.</summary>
    public int Violations { get; set; }

    /// <summary>Mutants found.</summary>
    public int MutantsCaught { get; set; }

    /// <summary>Scenarios of these seeds were played.</summary>
    public void Played(int first, int last) => _seeds.Add($"{first}-{last}");

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Environment.GetEnvironmentVariable("ROUTER_TEST_REPORTS") is { Length: > 0 } folder)
        {
            var report = JsonSerializer.Serialize(new { commands = Commands, violations = Violations, mutants_caught = MutantsCaught, seeds = _seeds });
            File.WriteAllText(Path.Combine(folder, "properties.json"), $"{report}\n");
        }
    }
}
