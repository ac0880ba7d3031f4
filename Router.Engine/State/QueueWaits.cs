namespace Router.Engine.State;

/// <summary>The wait classes of one queue, and what they are told apart by.</summary>
internal sealed class QueueWaits
{
    private readonly HashSet<string> _languages = new(StringComparer.Ordinal);
    private readonly HashSet<long> _headStarts = [];

    /// <summary>The classes in the order in which they were made.</summary>
    public List<WaitClass> Classes { get; } = [];

    /// <summary>Languages that have classes of their own.</summary>
    public IReadOnlySet<string> Languages => _languages;

    /// <summary>Head starts that have classes of their own.</summary>
    public IReadOnlySet<long> HeadStarts => _headStarts;

    public void Add(WaitClass waitClass)
    {
        Classes.Add(waitClass);
        if (waitClass.Language.Length > 0)
        {
            _languages.Add(waitClass.Language);
        }

        if (waitClass.HeadStartMs != WaitClass.SharedHeadStart)
        {
            _headStarts.Add(waitClass.HeadStartMs);
        }
    }
}
