namespace Router.Server.Workspaces;

/// <summary>Keeps one trouble from filling the log: it is told at once, then again from time to time while it lasts.</summary>
internal sealed class Alarm(TimeProvider real)
{
    private long _since;
    private long _toldAt;

    /// <summary>Whether the trouble lasts.</summary>
    public bool IsOn { get; private set; }

    /// <summary>How long it has lasted.</summary>
    public TimeSpan Lasted => IsOn ? real.GetElapsedTime(_since) : TimeSpan.Zero;

    /// <summary>The trouble is there. Whether it is time to tell it.</summary>
    public bool Raise()
    {
        var now = real.GetTimestamp();
        if (!IsOn)
        {
            IsOn = true;
            _since = now;
        }
        else if (real.GetElapsedTime(_toldAt, now) < Limits.AlarmEvery)
        {
            return false;
        }

        _toldAt = now;
        return true;
    }

    /// <summary>The trouble is over. Whether it was there.</summary>
    public bool Clear()
    {
        var was = IsOn;
        IsOn = false;
        return was;
    }
}
