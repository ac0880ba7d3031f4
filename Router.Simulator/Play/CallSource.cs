namespace Router.Simulator.Play;

/// <summary>Where calls come from, one at a time in the order of their times.</summary>
internal abstract class CallSource
{
    /// <summary>The next call, or null when no more come.</summary>
    public abstract Call? Next();
}
