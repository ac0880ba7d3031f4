using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Router.Engine.State;

/// <summary>
/// The open tickets by id. An id ends in the ticket's counter, by which they are kept: those that come and go together then stand together in memory, which
/// with a million of them is fetched for each look.
/// </summary>
internal sealed class TicketTable
{
    /// <summary>Two numbers of 64 bits in hexadecimal digits, and what stands between them.</summary>
    private const int MostIdCharacters = 33;

    private readonly Dictionary<long, Ticket> _byCounter = [];

    public int Count => _byCounter.Count;

    /// <summary>All of them, in no order.</summary>
    public Dictionary<long, Ticket>.ValueCollection Values => _byCounter.Values;

    /// <summary>An open ticket.</summary>
    public Ticket this[string id] => TryGetValue(id, out var ticket) ? ticket : throw new KeyNotFoundException($"There is no ticket '{id}'.");

    /// <summary>The id of a new ticket.</summary>
    /// <param name="term">The owner's term.</param>
    /// <param name="counter">The ticket's.</param>
    public static string IdOf(long term, long counter) => string.Create(CultureInfo.InvariantCulture, stackalloc char[MostIdCharacters], $"{term:x}-{counter:x}");

    public bool TryGetValue(string id, [NotNullWhen(true)] out Ticket? ticket) =>
        (ticket = _byCounter.GetValueOrDefault(CounterOf(id))) is not null && ticket.Id == id;

    public void Add(Ticket ticket) => _byCounter.Add(ticket.Counter, ticket);

    public void Remove(Ticket ticket) => _byCounter.Remove(ticket.Counter);

    private static long CounterOf(string id) =>
        long.TryParse(id.AsSpan(id.IndexOf('-') + 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var counter) ? counter : 0;
}
