namespace Router.Cli.Replay;

/// <summary>The calls that were submitted and are not known to be over. Safe for use by many threads.</summary>
internal sealed class OpenCalls
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Caller> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _over = new(StringComparer.Ordinal);

    /// <summary>Tickets known to be over.</summary>
    public int OverCount
    {
        get
        {
            lock (_gate)
            {
                return _over.Count;
            }
        }
    }

    /// <summary>A call became a ticket.</summary>
    /// <param name="ticket">Its id.</param>
    /// <param name="caller">Who called.</param>
    public void Add(string ticket, Caller caller)
    {
        lock (_gate)
        {
            // An agent may have served it before the adapter had its answer.
            if (!_over.Contains(ticket))
            {
                _open[ticket] = caller;
            }
        }
    }

    /// <summary>A ticket is over.</summary>
    /// <param name="ticket">Its id.</param>
    public void Over(string ticket)
    {
        lock (_gate)
        {
            _open.Remove(ticket);
            _over.Add(ticket);
        }
    }

    /// <summary>Those open now.</summary>
    public IReadOnlyList<KeyValuePair<string, Caller>> All()
    {
        lock (_gate)
        {
            return [.. _open];
        }
    }
}
