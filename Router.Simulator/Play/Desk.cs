namespace Router.Simulator.Play;

/// <summary>What an agent has in hand as far as his letters depend on it: the first is written, and only while there is no live work.</summary>
internal sealed class Desk
{
    private readonly List<Call> _letters = [];
    private int _live;
    private long _since;

    /// <summary>The letter that is being written, or null.</summary>
    public Call? Written => _live == 0 && _letters.Count > 0 && !_letters[0].IsWrappingUp ? _letters[0] : null;

    /// <summary>Something is in hand from now on.</summary>
    /// <param name="call">What.</param>
    /// <param name="now">Virtual time, ms.</param>
    public void Take(Call call, long now)
    {
        Pause(now);
        if (call.YieldsToLive)
        {
            call.LeftMs = call.HandleMs;
            _letters.Add(call);
        }
        else
        {
            _live++;
        }

        GoOn(now);
    }

    /// <summary>Something is no longer in hand.</summary>
    /// <param name="call">What.</param>
    /// <param name="now">Virtual time, ms.</param>
    public void Leave(Call call, long now)
    {
        Pause(now);
        if (call.YieldsToLive)
        {
            _letters.Remove(call);
        }
        else
        {
            _live--;
        }

        GoOn(now);
    }

    private void Pause(long now)
    {
        if (Written is { } letter)
        {
            letter.LeftMs -= now - _since;
            letter.DoneAt = 0;
        }
    }

    private void GoOn(long now)
    {
        _since = now;
        if (Written is { } letter)
        {
            letter.DoneAt = now + Math.Max(0, letter.LeftMs);
        }
    }
}
