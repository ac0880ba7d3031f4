namespace Router.Server.Outbox;

/// <summary><c>Router:Relay</c>: how far the events that leave through the bus may fall behind.</summary>
public sealed class RelayOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Router:Relay";

    /// <summary>Default of <see cref="AlarmAt"/>.</summary>
    public const long DefaultAlarmAt = 100_000;

    /// <summary>Least <see cref="AlarmAt"/>.</summary>
    public const long MinAlarmAt = 10;

    /// <summary>Greatest <see cref="AlarmAt"/>.</summary>
    public const long MaxAlarmAt = 100_000_000;

    /// <summary>Events of a workspace that wait to be published, above which an alarm is raised, <see cref="MinAlarmAt"/> to
    /// <see cref="MaxAlarmAt"/>. Above twice as many its submits are refused: what waits is kept in Redis' memory.</summary>
    public long AlarmAt { get; set; } = DefaultAlarmAt;
}
