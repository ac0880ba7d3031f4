using System.Threading.Channels;

namespace Router.Server.Edge.Agents;

/// <summary>Counts the requests of a stream that are without an answer, and holds back further ones.</summary>
internal sealed class UnansweredRequests
{
    /// <summary>Requests that may be without an answer; further ones are not read.</summary>
    public const int Most = 64;

    // Holds as many elements as there are requests without an answer.
    private readonly Channel<bool> _slots = Channel.CreateBounded<bool>(Most);

    /// <summary>One more; waits while there are too many.</summary>
    /// <param name="cancel">Ends the waiting.</param>
    public ValueTask AddAsync(CancellationToken cancel) => _slots.Writer.WriteAsync(true, cancel);

    /// <summary>One less.</summary>
    public void Remove() => _slots.Reader.TryRead(out _);

    /// <summary>Waits until every request is answered; none is taken afterwards.</summary>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task AllAnsweredAsync(CancellationToken cancel)
    {
        for (var i = 0; i < Most; i++)
        {
            await _slots.Writer.WriteAsync(true, cancel);
        }
    }
}
