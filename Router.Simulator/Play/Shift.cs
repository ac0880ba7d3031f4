namespace Router.Simulator.Play;

/// <summary>A time at work.</summary>
/// <param name="Start">When he signs in, virtual time in ms.</param>
/// <param name="End">When he takes nothing new any more, and signs out once nothing is in hand; <see cref="Forever"/> is never. Where another one begins then,
/// he goes on, narrowed as that one is.</param>
public readonly record struct Shift(long Start, long End)
{
    /// <summary>No end.</summary>
    public const long Forever = long.MaxValue;

    /// <summary>What he takes less than his profile has, for as long as it lasts; null is nothing less.</summary>
    public Narrowing? Narrowed { get; init; }

    /// <summary>At work from the start on.</summary>
    public static readonly Shift Always = new(0, Forever);
}
