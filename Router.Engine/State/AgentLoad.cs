using Router.Engine.Tickets;

namespace Router.Engine.State;

/// <summary>What an agent carries: units and counts, open offers included.</summary>
internal struct AgentLoad
{
    /// <summary>Units of live work.</summary>
    public int LiveUnits;

    /// <summary>Units of interruptible work.</summary>
    public int InterruptibleUnits;

    public int LiveTickets;

    public int LiveOffers;

    public int Offers;

    public int Assigned;

    public int WrappingUp;

    /// <summary>Carries or is offered a ticket of an exclusive channel.</summary>
    public bool Exclusive;

    /// <summary>Tickets by channel index, sixteen counts of eight bits each in two words.</summary>
    private ulong _low;
    private ulong _high;

    public readonly int Of(int channel) =>
        (int)((channel < 8 ? _low >> (channel * 8) : _high >> ((channel - 8) * 8)) & 0xff);

    /// <summary>One more ticket. One of several offers takes no room until it is accepted, though it is live work that is offered.</summary>
    public void Add(ChannelSlot channel, int cost, TicketState state, bool isBroadcast)
    {
        if (isBroadcast)
        {
            cost = 0;
        }
        else
        {
            Count(channel.Index);
        }

        var isOffer = state == TicketState.Offered;
        Offers += isOffer ? 1 : 0;
        Assigned += state == TicketState.Assigned ? 1 : 0;
        WrappingUp += state == TicketState.WrappingUp ? 1 : 0;
        if (channel.IsLive)
        {
            LiveUnits += cost;
            LiveTickets++;
            LiveOffers += isOffer ? 1 : 0;
            Exclusive |= channel.Policy.Exclusive;
        }
        else
        {
            InterruptibleUnits += cost;
        }
    }

    private void Count(int channel)
    {
        if (channel < 8)
        {
            _low += 1UL << (channel * 8);
        }
        else
        {
            _high += 1UL << ((channel - 8) * 8);
        }
    }
}
