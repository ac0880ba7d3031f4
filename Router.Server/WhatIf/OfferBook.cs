using Router.Simulator.Play;
using Contract = Router.V1;

namespace Router.Server.WhatIf;

/// <summary>What agents did with offers of tickets to serve, by channel, out of events in their order.</summary>
internal sealed class OfferBook
{
    // Open offers, with when each was made.
    private readonly Dictionary<(string TicketId, int OfferNo), long> _open = [];
    private readonly Dictionary<string, Dictionary<string, Counts>> _agents = new(StringComparer.Ordinal);

    /// <summary>Hears an event.</summary>
    /// <param name="told">The event.</param>
    /// <param name="at">When it happened, ms.</param>
    public void Hear(Contract.Event told, long at)
    {
        switch (told.FactCase)
        {
            case Contract.Event.FactOneofCase.OfferMade when told.OfferMade.Kind == Contract.OfferKind.Assignment:
                _open[(told.OfferMade.TicketId, told.OfferMade.OfferNo)] = at;
                break;
            case Contract.Event.FactOneofCase.TicketAssigned when _open.Remove((told.TicketAssigned.TicketId, told.TicketAssigned.OfferNo), out var offeredAt):
                var counts = Of(told.TicketAssigned.AgentId, told.TicketAssigned.Channel);
                counts.AcceptMs.Add(at - offeredAt);
                break;
            case Contract.Event.FactOneofCase.OfferEnded when _open.Remove((told.OfferEnded.TicketId, told.OfferEnded.OfferNo)):
                End(told.OfferEnded);
                break;
        }
    }

    /// <summary>What one did, by channel.</summary>
    /// <param name="agentId">The agent.</param>
    public IReadOnlyDictionary<string, OfferHabit> Habits(string agentId) => _agents.TryGetValue(agentId, out var channels)
        ? channels.ToDictionary(one => one.Key, one => one.Value.Habit, StringComparer.Ordinal)
        : new Dictionary<string, OfferHabit>();

    private void End(Contract.OfferEnded ended)
    {
        var counts = Of(ended.AgentId, ended.Channel);
        if (ended.Outcome == Contract.OfferOutcome.Declined)
        {
            counts.DeclineMs.Add((long)ended.OpenFor.ToTimeSpan().TotalMilliseconds);
        }
        else if (ended.Missed)
        {
            counts.Missed++;
        }
    }

    private Counts Of(string agentId, string channel)
    {
        if (!_agents.TryGetValue(agentId, out var channels))
        {
            _agents[agentId] = channels = new(StringComparer.Ordinal);
        }

        if (!channels.TryGetValue(channel, out var counts))
        {
            channels[channel] = counts = new Counts();
        }

        return counts;
    }

    private sealed class Counts
    {
        public List<long> AcceptMs { get; } = [];

        public List<long> DeclineMs { get; } = [];

        public int Missed { get; set; }

        public OfferHabit Habit => new(AcceptMs, DeclineMs, Missed);
    }
}
