namespace Router.Server.Clock;

/// <summary><c>Router:Clock</c>: lets the server begin at a date and run faster than real time, for demos and replays.</summary>
public sealed class ClockOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Router:Clock";

    /// <summary>Slowest clock: real time.</summary>
    public const double MinSpeed = 1;

    /// <summary>Fastest clock.</summary>
    public const double MaxSpeed = 1_000;

    /// <summary>The time the clock shows at <see cref="Since"/>; unset for real time.</summary>
    public DateTimeOffset? Start { get; set; }

    /// <summary>The real time at which the clock showed <see cref="Start"/>, so that a restarted server goes on with the same clock; unset for
    /// the start of the process.</summary>
    public DateTimeOffset? Since { get; set; }

    /// <summary>Seconds of server time in one real second, <see cref="MinSpeed"/> to <see cref="MaxSpeed"/>.</summary>
    public double Speed { get; set; } = MinSpeed;

    /// <summary>Whether the clock shows anything but real time.</summary>
    public bool IsArtificial => Start is not null || Speed != MinSpeed;
}
