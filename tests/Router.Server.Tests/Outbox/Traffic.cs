using Router.Engine.Commands;
using Router.Engine.Policies;
using Router.Engine.Tickets;
using Router.Server.Workspaces;
using Router.Testing;

namespace Router.Server.Tests.Outbox;

/// <summary>Makes events: two for each ticket, which comes and goes.</summary>
internal sealed class Traffic(Workspace workspace)
{
    private const string Queue = "service";

    private int _tickets;

    /// <summary>The number of the newest event that is committed.</summary>
    public async Task<long> NewestAsync() => (await workspace.Store.Events.RangeAsync(CancellationToken.None))!.Newest.Number;

    public async Task OpenQueueAsync() => await workspace.ExecuteAsync(
        new ChangePolicy(p => p with { Queues = [new QueuePolicy { Name = Queue, Channels = [new("call")] }] }));

    public Task ComeAndGoAsync(int tickets) => Eventually.DoneAsync(
        Task.WhenAll(Enumerable.Range(0, tickets).Select(_ => ComeAndGoAsync())), $"{tickets} tickets come and go");

    public async Task<SubmitOutcome> SubmitAsync() => await Eventually.DoneAsync(
        workspace.SubmitAsync(new Submit(new TicketContent
        {
            Source = "test",
            ExternalId = $"{Interlocked.Increment(ref _tickets)}-{Guid.NewGuid():N}",
            Channel = "call",
            Queue = Queue,
        })).AsTask(),
        "a submit is answered");

    private async Task ComeAndGoAsync()
    {
        var submitted = Assert.IsType<Router.Engine.Queries.Submitted>((await SubmitAsync()).Outcome.Value);
        var ended = await workspace.ExecuteAsync(new End(submitted.TicketId));
        Assert.False(ended.IsRefused);
    }
}
