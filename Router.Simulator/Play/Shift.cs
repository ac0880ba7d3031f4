namespace Router.Simulator.Play;

/// <summary>A time at work.</summary>
/// <param name="Start">When he signs in, virtual time in ms.</param>
/// <param name="End">When he takes nothing new any more, and signs out once nothing is in hand; <see cref="Forever"/> is never.</param>
public readonly record struct Shift(long Start, long End)
{
    /// <summary>No end.</summary>
    public const long Forever = long.MaxValue;

    /// <summary>At work from the start on.</summary>
    public static readonly Shift Always = new(0, Forever);
}
