namespace Router.Engine.State;

/// <summary>
/// The order in which idle agents are given work: lowest load ratio, then longest since the last ticket ended,
/// then the one whose rarest language more registered agents have, then id.
/// </summary>
internal readonly record struct IdleKey(int LoadPartsPerMillion, long IdleSince, int RarestLanguage, string AgentId, int Slot) : ISlotKey, IComparable<IdleKey>
{
    public int CompareTo(IdleKey other)
    {
        var order = LoadPartsPerMillion.CompareTo(other.LoadPartsPerMillion);
        if (order == 0)
        {
            order = IdleSince.CompareTo(other.IdleSince);
        }

        if (order == 0)
        {
            order = other.RarestLanguage.CompareTo(RarestLanguage);
        }

        return order != 0 ? order : string.CompareOrdinal(AgentId, other.AgentId);
    }
}
