using Router.Engine.Events;

namespace Router.Engine.Alarms;

/// <summary>An alarm that is up, or about to rise.</summary>
/// <param name="Key">Which.</param>
public sealed record AlarmRecord(AlarmKey Key)
{
    /// <summary>Since when it is up, engine time in ms; 0 when it is not.</summary>
    public long Since { get; init; }

    /// <summary>When it rises or falls, if nothing changes until then, engine time in ms; 0 when nothing is about to change.</summary>
    public long TurnsAt { get; init; }

    /// <summary>What was measured when it rose.</summary>
    public long Value { get; init; }

    /// <summary>The limit that was crossed then.</summary>
    public long Limit { get; init; }

    /// <summary>The service level, of a hundred, that was last reported as too low; -1 when it is not.</summary>
    public int Reported { get; init; } = -1;

    /// <summary>Who takes care of it; null when nobody does.</summary>
    public AlarmTaken? Taken { get; init; }

    /// <summary>Whether it is up.</summary>
    public bool IsUp => Since > 0;

    /// <summary>Whether the limit was crossed when it was last looked at.</summary>
    public bool IsOver => IsUp != TurnsAt > 0;

    internal bool IsAtRest => !IsUp && TurnsAt == 0 && Reported < 0;
}
