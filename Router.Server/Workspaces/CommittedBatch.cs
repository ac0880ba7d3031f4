using Router.Engine.Records;
using Router.Server.Statistics;
using Router.Server.Store.Ownership;

namespace Router.Server.Workspaces;

/// <summary>A batch that is committed, for those who watch.</summary>
public sealed class CommittedBatch
{
    internal CommittedBatch(Claim claim, Changes changes)
    {
        Claim = claim;
        Changes = changes;
    }

    /// <summary>The term of the owner who committed it.</summary>
    public long Term => Claim.Term;

    /// <summary>That owner's claim, for what only the owner may write.</summary>
    public Claim Claim { get; }

    /// <summary>What it changed.</summary>
    public Changes Changes { get; }

    /// <summary>What it added to the statistics. Not to be changed.</summary>
    public IReadOnlyList<CountedTally> Counted { get; internal init; } = [];

    /// <summary>How many calls it answers.</summary>
    public int Calls { get; internal init; }

    /// <summary>How long its commit took, from the first time it was sent to the answer.</summary>
    public TimeSpan CommitTime { get; internal set; }

    /// <summary>A ticket that the batch changed, as it is after it; null for any other. Every ticket that a fact of the batch is about was changed.</summary>
    /// <param name="ticketId">Its id.</param>
    public TicketRecord? Ticket(string ticketId) => Changes.Ticket(ticketId);
}
