using Router.Server.Store;
using Router.Server.Store.Commits;
using Router.Server.Store.Ownership;
using Router.Testing;

namespace Router.Server.Tests.Workspaces;

/// <summary>Stands between a workspace's loop and its store: counts, holds back, loses answers.</summary>
internal sealed class CommitTap(WorkspaceStore store)
{
    private const int All = 1_000_000;

    private volatile TaskGate? _held;
    private volatile int _sends;
    private int _answersToLose;

    /// <summary>How often a batch was sent.</summary>
    public int Sends => _sends;

    /// <summary>Answers as they came from the store.</summary>
    public List<CommitAnswer> Answers { get; } = [];

    /// <summary>Batches wait here from now on.</summary>
    public void Hold() => _held = new();

    /// <summary>One of them goes on.</summary>
    public void LetOneGo() => _held!.Open(1);

    /// <summary>All go on, the later ones too.</summary>
    public void LetGo()
    {
        var held = _held!;
        _held = null;
        held.Open(All);
    }

    /// <summary>The answers of the next batches do not come back, though they were applied.</summary>
    public void LoseAnswers(int count) => _answersToLose = count;

    /// <summary>Waits until so many batches in all were sent.</summary>
    public Task SentAsync(int count) => Eventually.TrueAsync(() => Task.FromResult(_sends >= count), $"{count} batches are sent");

    public async Task<CommitAnswer> CommitAsync(PreparedBatch batch, Claim claim, CancellationToken cancel)
    {
        _sends++;
        if (_held is { } held)
        {
            await held.PassAsync();
        }

        var answer = await store.CommitAsync(batch, claim, cancel);
        Answers.Add(answer);
        return _answersToLose-- > 0 ? throw new StoreUnavailableException("The answer was lost.") : answer;
    }
}
