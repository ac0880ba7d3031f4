using Router.AgentClient.Connection;

namespace Router.Clients.Tests.AgentClient;

public sealed class BackoffTests
{
    [Fact]
    public void Next_DoublesToTheLongest_WithAtLeastHalfOfItWaited()
    {
        var backoff = new Backoff(new Random(7));
        foreach (var ceiling in new[] { 0.5, 1, 2, 4, 5, 5, 5 })
        {
            Assert.InRange(backoff.Next().TotalSeconds, ceiling / 2, ceiling);
        }

        backoff.Reset();
        Assert.InRange(backoff.Next(), Backoff.First / 2, Backoff.First);
    }

    [Fact]
    public void Next_TwoAgents_DoNotComeBackTogether()
    {
        var waits = Enumerable.Range(0, 100).Select(_ => new Backoff(Random.Shared).Next()).Distinct().Count();

        Assert.InRange(waits, 90, 100);
    }
}
