using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Router.Engine.State;

/// <summary>
/// The open tickets by id. An id ends in the ticket's counter, by which they are kept: those that come and go together then stand together in memory, which
/// with a million of them is fetched for each look.
/// </summary>
internal sealed class TicketTable
{
    private const int BitsOfADigit = 4;
    private const string Digits = "0123456789abcdef";

    private readonly Dictionary<long, Ticket> _byCounter = [];

    public int Count => _byCounter.Count;

    /// <summary>All of them, in no order.</summary>
    public Dictionary<long, Ticket>.ValueCollection Values => _byCounter.Values;

    /// <summary>An open ticket.</summary>
    public Ticket this[string id] => TryGetValue(id, out var ticket) ? ticket : throw new KeyNotFoundException($"There is no ticket '{id}'.");

    /// <summary>The id of a new ticket.</summary>
    /// <param name="term">The owner's term.</param>
    /// <param name="counter">The ticket's.</param>
    /// <returns>Both in hexadecimal digits.</returns>
    public static string IdOf(long term, long counter) => string.Create(LengthOf(term) + 1 + LengthOf(counter), (term, counter), static (id, of) =>
    {
        var at = LengthOf(of.term);
        Write(of.term, id[..at]);
        id[at] = '-';
        Write(of.counter, id[(at + 1)..]);
    });

    public bool TryGetValue(string id, [NotNullWhen(true)] out Ticket? ticket) =>
        (ticket = _byCounter.GetValueOrDefault(CounterOf(id))) is not null && ticket.Id == id;

    public void Add(Ticket ticket) => _byCounter.Add(ticket.Counter, ticket);

    public void Remove(Ticket ticket) => _byCounter.Remove(ticket.Counter);

    // Of what is no id it is some number, whose ticket has another id.
    private static long CounterOf(string id)
    {
        var counter = 0L;
        foreach (var digit in id.AsSpan(id.IndexOf('-') + 1))
        {
            counter = (counter << BitsOfADigit) | (long)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
        }

        return counter;
    }

    private static int LengthOf(long number) => 1 + (BitOperations.Log2((ulong)number) / BitsOfADigit);

    private static void Write(long number, Span<char> text)
    {
        for (var at = text.Length - 1; at >= 0; at--)
        {
            text[at] = Digits[(int)(number & (Digits.Length - 1))];
            number >>= BitsOfADigit;
        }
    }
}
