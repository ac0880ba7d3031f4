namespace Router.Simulations.Bank;

/// <summary>What came of <see cref="BankRun"/>.</summary>
/// <param name="Fitted">The days by which it was calibrated.</param>
/// <param name="Reported">The days that are reported.</param>
/// <param name="GapFactor">What the log's gaps are multiplied by.</param>
/// <param name="Log">The reported days as the log says.</param>
/// <param name="Ways">The bank's own rule and ours with the log's staffing, then the same two with one agent more, then with one fewer.</param>
internal sealed record BankResult(
    IReadOnlyList<BankDay> Fitted, IReadOnlyList<BankDay> Reported, double GapFactor, Compared Log, IReadOnlyList<Compared> Ways)
{
    /// <summary>The bank's own rule.</summary>
    public Compared Bank => Ways[0];

    /// <summary>Our rule.</summary>
    public Compared Ours => Ways[1];

    /// <summary>Both rules with each staffing.</summary>
    public IEnumerable<(string Staffing, Compared Bank, Compared Ours)> Pairs =>
    [
        ("as_logged", Ways[0], Ways[1]),
        ("one_more", Ways[2], Ways[3]),
        ("one_fewer", Ways[4], Ways[5]),
    ];

    /// <summary>How near the replay is to the log on the reported days.</summary>
    public Calibration Calibration => new(Log.Sum, Bank.Sum);
}
