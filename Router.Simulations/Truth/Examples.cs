namespace Router.Simulations.Truth;

/// <summary>All examples, each as long as the precision asked for needs.</summary>
internal static class Examples
{
    /// <summary>The examples, in the order in which they are told.</summary>
    public static readonly IReadOnlyList<IExample> All =
    [
        ErlangC("Erlang C 1, 3, 4", 1, 3, 4, batchMinutes: 1_000, runs: 20),
        ErlangC("Erlang C 10/3, 3, 14", 10.0 / 3, 3, 14, batchMinutes: 1_000, runs: 15),
        ErlangC("Erlang C 5, 3, 18", 5, 3, 18, batchMinutes: 1_000, runs: 25),
        ErlangC("Erlang C 12, 4, 55", 12, 4, 55, batchMinutes: 1_000, runs: 20),
        ErlangC("Erlang C 20, 5, 105", 20, 5, 105, batchMinutes: 2_000, runs: 16),
        ErlangA("Erlang A 5, 3, 3, 16", 5, 3, 3, 16, batchMinutes: 500, runs: 12),
        ErlangA("Erlang A 48, 1, 2, 50", 48, 1, 2, 50, batchMinutes: 100, runs: 12),
        ErlangA("Erlang A 140, 1, 1, 100", 140, 1, 1, 100, batchMinutes: 50, runs: 8),
        ErlangA("Erlang A 4.2, 2, 1, 12", 4.2, 2, 1, 12, batchMinutes: 500, runs: 20),
        new MarkovQueue
        {
            Name = "Priorities 2, 2.5, 3, 15",
            PerMinute = [2, 2.5],
            HandleMinutes = 3,
            Agents = 15,
            BatchMinutes = 2_000,
            Runs = 20,
        },
        new SimpleMsk(),
        new Bilingual(),
    ];

    private static MarkovQueue ErlangC(string name, double perMinute, double handleMinutes, int agents, int batchMinutes, int runs) => new()
    {
        Name = name,
        PerMinute = [perMinute],
        HandleMinutes = handleMinutes,
        Agents = agents,
        BatchMinutes = batchMinutes,
        Runs = runs,
    };

    private static MarkovQueue ErlangA(
        string name, double perMinute, double handleMinutes, double patienceMinutes, int agents, int batchMinutes, int runs) => new()
        {
            Name = name,
            PerMinute = [perMinute],
            HandleMinutes = handleMinutes,
            PatienceMinutes = patienceMinutes,
            Agents = agents,
            BatchMinutes = batchMinutes,
            Runs = runs,
        };
}
