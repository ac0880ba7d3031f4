using Router.Server.Store;
using Router.Store.Tests.Support;

namespace Router.Store.Tests;

public sealed class WorkspaceDirectoryTests(StoreFixture fixture) : IClassFixture<StoreFixture>
{
    [Fact]
    public async Task AddAsync_OfANewOne_IsListed()
    {
        var workspaces = fixture.Store.Workspaces;
        var entry = new WorkspaceEntry("sales", "Sales", 1_714_564_800_000);

        Assert.True(await workspaces.AddAsync(entry, CancellationToken.None));
        Assert.True(await workspaces.AddAsync(new WorkspaceEntry("default", "", 5), CancellationToken.None));

        Assert.Equal([new WorkspaceEntry("default", "", 5), entry], await workspaces.ListAsync(CancellationToken.None));
        Assert.False(await workspaces.AddAsync(entry with { DisplayName = "Other" }, CancellationToken.None));
        Assert.Equal("Sales", (await workspaces.ListAsync(CancellationToken.None))[1].DisplayName);
    }
}
