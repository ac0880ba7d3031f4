namespace Router.Engine.State;

/// <summary>Open tickets whose customers are to be called back.</summary>
internal sealed class CallBackBook
{
    private readonly SortedDictionary<long, Ticket> _open = [];
    private readonly Dictionary<string, List<Ticket>> _byCustomer = new(StringComparer.Ordinal);

    public int Count => _open.Count;

    public IEnumerable<Ticket> Open => _open.Values;

    public void Add(Ticket ticket)
    {
        var customer = ticket.Content.CustomerId;
        if (_open.TryAdd(ticket.Counter, ticket) && customer.Length > 0)
        {
            if (!_byCustomer.TryGetValue(customer, out var tickets))
            {
                tickets = [];
                _byCustomer.Add(customer, tickets);
            }

            tickets.Add(ticket);
        }
    }

    public void Remove(Ticket ticket)
    {
        if (_open.Remove(ticket.Counter) && _byCustomer.TryGetValue(ticket.Content.CustomerId, out var tickets) && tickets.Remove(ticket) && tickets.Count == 0)
        {
            _byCustomer.Remove(ticket.Content.CustomerId);
        }
    }

    /// <summary>Those of one customer, the first submitted first.</summary>
    public IReadOnlyList<Ticket> Of(string customerId) =>
        _byCustomer.TryGetValue(customerId, out var tickets) ? [.. tickets.OrderBy(t => t.Counter)] : [];
}
