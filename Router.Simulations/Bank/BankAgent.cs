using Router.Simulator.Play;

namespace Router.Simulations.Bank;

/// <summary>An agent on one day, as the log shows him.</summary>
/// <param name="Name">His name.</param>
/// <param name="Shifts">When he was on duty.</param>
internal sealed record BankAgent(string Name, IReadOnlyList<Shift> Shifts)
{
    /// <summary>How long he was on duty, ms.</summary>
    public long DutyMs => Shifts.Sum(shift => shift.End - shift.Start);
}
