namespace Router.Simulator.Truth;

/// <summary>All examples, each as long as the precision asked for needs.</summary>
internal static class Examples
{
    /// <summary>The examples, in the order in which they are told.</summary>
    public static readonly IReadOnlyList<IExample> All =
    [
        ErlangC("Erlang C 1, 3, 4", 1, 3, 4, batchMinutes: 20_000, runs: 40),
        ErlangC("Erlang C 10/3, 3, 14", 10.0 / 3, 3, 14, batchMinutes: 20_000, runs: 40),
        ErlangC("Erlang C 5, 3, 18", 5, 3, 18, batchMinutes: 20_000, runs: 40),
        ErlangC("Erlang C 12, 4, 55", 12, 4, 55, batchMinutes: 20_000, runs: 40),
        ErlangC("Erlang C 20, 5, 105", 20, 5, 105, batchMinutes: 20_000, runs: 60),
        ErlangA("Erlang A 5, 3, 3, 16", 5, 3, 3, 16, batchMinutes: 4_000, runs: 20),
        ErlangA("Erlang A 48, 1, 2, 50", 48, 1, 2, 50, batchMinutes: 1_000, runs: 30),
        ErlangA("Erlang A 140, 1, 1, 100", 140, 1, 1, 100, batchMinutes: 200, runs: 10),
        ErlangA("Erlang A 4.2, 2, 1, 12", 4.2, 2, 1, 12, batchMinutes: 6_000, runs: 40),
        new MarkovQueue
        {
            Name = "Priorities 2, 2.5, 3, 15",
            PerMinute = [2, 2.5],
            HandleMinutes = 3,
            Agents = 15,
            BatchMinutes = 20_000,
            Runs = 60,
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
