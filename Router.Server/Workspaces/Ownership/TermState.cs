using Router.Engine;
using Router.Server.Statistics;
using Router.Server.Store.Commits;
using Router.Server.Store.Loading;
using Router.Server.Store.Ownership;
using Router.Server.Workspaces.Memory;

namespace Router.Server.Workspaces.Ownership;

/// <summary>All that the owner of a term knows of a workspace. Dropped as a whole when the term ends.</summary>
internal sealed class TermState
{
    public TermState(Claim claim, LoadedWorkspace loaded, double clockSpeed, long realNow)
    {
        IsOpen = ticketId => Engine!.Ticket(ticketId) is not null;
        Claim = claim;
        Sequence = loaded.Sequence;
        Encoder = loaded.Encoder;
        Engine = new WorkspaceEngine(loaded.Record, clockSpeed);
        Statistics = new TallyBook(loaded.Statistics, Engine, realNow);
        Requests = new RequestMemory(loaded.Requests, realNow);
        Submits = new SubmitMemory(loaded.Submits, loaded.Record.Tickets, realNow);
    }

    public Claim Claim { get; }

    public WorkspaceEngine Engine { get; }

    public BatchEncoder Encoder { get; }

    public TallyBook Statistics { get; }

    public LevelReports Levels { get; } = new();

    public RequestMemory Requests { get; }

    public SubmitMemory Submits { get; }

    /// <summary>Whether a ticket is open.</summary>
    public Func<string, bool> IsOpen { get; }

    /// <summary>Sequence number of the last batch that is committed.</summary>
    public long Sequence { get; set; }

    /// <summary>Whether what was loaded is what an earlier term of this process left: nobody else has written meanwhile.</summary>
    public static bool IsUnchanged(TermState? earlier, LoadedWorkspace loaded) =>
        earlier is not null && loaded.Term == earlier.Claim.Term && loaded.Sequence == earlier.Sequence;
}
