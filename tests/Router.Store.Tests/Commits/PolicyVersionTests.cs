using Router.Engine.Policies;
using Router.Server.Store.V1;
using Router.Store.Tests.Support;

namespace Router.Store.Tests.Commits;

public sealed class PolicyVersionTests(StoreFixture fixture) : IClassFixture<StoreFixture>
{
    [Fact]
    public async Task CommitAsync_OfTwoVersionsInOneBatch_KeepsBothWithWhoPublishedThemAndWhen()
    {
        var workspace = await fixture.OwnAsync();
        var second = WorkspacePolicy.Initial with { Version = 2, DefaultCapacity = 20 };
        var third = second with { Version = 3, DefaultCapacity = 30 };

        await workspace.CommitAsync(Batches.WithPolicies(second, third));

        var kept = await fixture.Database.HashGetAllAsync(workspace.Keys.Policy);
        Assert.Equal(["2", "3", "current"], kept.Select(k => (string)k.Name!).Order(StringComparer.Ordinal));
        Assert.Equal(
            [(20, Batches.Noon, StoredActorKind.Admin, "sue"), (30, Batches.Noon + 1_000, StoredActorKind.Admin, "sue")],
            kept.Where(k => k.Name != "current").OrderBy(k => (long)k.Name).Select(k => Read((byte[])k.Value!)));
        Assert.Equal(third.Version, (await workspace.LoadAsync()).Record.Policy.Version);
    }

    private static (int Capacity, long At, StoredActorKind Kind, string Id) Read(byte[] stored)
    {
        var version = StoredPolicyVersion.Parser.ParseFrom(stored);
        return (version.Policy.DefaultCapacity, version.PublishedAt, version.By.Kind, version.By.Id);
    }
}
