namespace Router.Engine.State;

/// <summary>What idle agents are compared by, kept by slot one beside the other: looking through many must not touch each of them in memory.</summary>
/// <param name="Idle">In the order of <see cref="IdleKey"/> as far as load and idle time tell; equal ones are told by their keys.</param>
/// <param name="Fewest">In the order of <see cref="FewestKey"/>, in the same way.</param>
/// <param name="Number">The order of registration.</param>
internal readonly record struct AgentRank(ulong Idle, ulong Fewest, long Number)
{
    private const int Bits = 64;
    private const int TicketsBits = 6;
    private const int IdleSinceBits = 44;
    private const int MostTickets = (1 << TicketsBits) - 1;
    private const int MostLoad = (1 << (Bits - IdleSinceBits)) - 1;

    public static AgentRank Of(Agent agent)
    {
        var idle = Packed(agent.IdleKey);
        return new(idle, agent.TicketsListed >= MostTickets ? ulong.MaxValue : ((ulong)agent.TicketsListed << (Bits - TicketsBits)) | (idle >> TicketsBits), agent.Number);
    }

    // What does not fit is the greatest or the least of all: it is equal then to others that do not fit.
    private static ulong Packed(in IdleKey key) => key.LoadPartsPerMillion switch
    {
        < 0 => 0,
        >= MostLoad => ulong.MaxValue,
        var load => ((ulong)load << IdleSinceBits) | (ulong)Math.Clamp(key.IdleSince, 0, (1L << IdleSinceBits) - 1),
    };
}
