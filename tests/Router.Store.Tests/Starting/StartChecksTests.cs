using Router.Server.Store;
using Router.Server.Store.Connections;

namespace Router.Store.Tests.Starting;

public sealed class StartChecksTests
{
    private const string Good = "redis_version:7.0.15\r\nredis_mode:standalone\r\nmaxmemory_policy:noeviction\r\naof_enabled:1\r\ncluster_enabled:0\r\nconnected_slaves:0\r\n";

    [Fact]
    public void Mistakes_OfAGoodServer_AreNone() => Assert.Empty(Mistakes(Good));

    [Theory]
    [InlineData("redis_version:7.0.15", "redis_version:6.2.14", "is Redis 6.2.14: install 7.0 or newer")]
    [InlineData("redis_version:7.0.15", "redis_version:", "install 7.0 or newer")]
    [InlineData("noeviction", "allkeys-lru", "set maxmemory-policy noeviction")]
    [InlineData("aof_enabled:1", "aof_enabled:0", "set appendonly yes")]
    [InlineData("cluster_enabled:0", "cluster_enabled:1", "set min-replicas-to-write 1")]
    public void Mistakes_OfAServerThatWouldLoseTickets_NameTheRemedy(string good, string bad, string remedy)
    {
        var mistake = Assert.Single(Mistakes(Good.Replace(good, bad, StringComparison.Ordinal)));

        Assert.StartsWith("redis-1:6379", mistake);
        Assert.Contains(remedy, mistake);
    }

    [Fact]
    public void Mistakes_AreAllNamedAtOnce() =>
        Assert.Equal(3, Mistakes("redis_version:6.0.0\nmaxmemory_policy:volatile-ttl\naof_enabled:0\n").Count);

    [Fact]
    public void Mistakes_WithoutAppendOnlyWhereThatIsAllowed_AreNone() =>
        Assert.Empty(Mistakes(Good.Replace("aof_enabled:1", "aof_enabled:0", StringComparison.Ordinal), new RedisOptions { AllowNoAppendOnly = true }));

    [Fact]
    public void Mistakes_BehindSentinel_AskForReplicas()
    {
        Assert.Contains("min-replicas-to-write", Assert.Single(Mistakes(Good, viaSentinel: true)));
        Assert.Empty(Mistakes(Good + "min_slaves_good_slaves:1\r\n", viaSentinel: true));
    }

    [Theory]
    [InlineData("", false, false)]
    [InlineData("", true, true)]
    [InlineData("min_slaves_good_slaves:0\n", false, true)]
    public void IsReplicated_WhereAReplicaIsToConfirm(string more, bool viaSentinel, bool expected) =>
        Assert.Equal(expected, StartChecks.IsReplicated(new RedisInfo("redis-1:6379", Good + more), viaSentinel));

    [Fact]
    public void IsReplicated_WithAReplicaConnected_IsTrue() => Assert.True(
        StartChecks.IsReplicated(new RedisInfo("r", Good.Replace("connected_slaves:0", "connected_slaves:1", StringComparison.Ordinal)), false));

    private static List<string> Mistakes(string info, RedisOptions? options = null, bool viaSentinel = false) =>
        StartChecks.Mistakes([new RedisInfo("redis-1:6379", info)], options ?? new RedisOptions(), viaSentinel);
}
