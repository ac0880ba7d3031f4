using Grpc.Core;
using Router.Server.Tests.Edge;

namespace Router.Server.Tests.Policies;

public sealed class VersionTests(PolicyServer server) : IClassFixture<PolicyServer>
{
    [Fact]
    public async Task Every_version_is_kept_with_who_published_it_and_why()
    {
        using var admin = await server.NewWorkspaceAsync();
        await PublishAsync(admin, 45, "first");
        await PublishAsync(admin, 60, "second");
        await admin.Supervisors.PutQueueAsync(new() { Queue = PolicyServer.Queue("third") });

        var versions = await admin.Supervisors.ListVersionsAsync(new());
        var page = await admin.Supervisors.ListVersionsAsync(new() { Before = 4, Limit = 2 });

        Assert.Equal([(4, ""), (3, "second"), (2, "first"), (1, "")], versions.Versions.Select(v => (v.Version, v.Note)));
        Assert.Equal(["ada", "ada", "ada", null], versions.Versions.Select(v => v.PublishedBy?.Id));
        Assert.False(versions.More);
        Assert.Equal([3, 2], page.Versions.Select(v => v.Version));
        Assert.True(page.More);
        Assert.Equal(45, (await admin.Supervisors.GetPolicyAsync(new() { Version = 2 })).Queues[0].Channels[0].Target.Seconds);
        Assert.Equal(3, (await admin.Supervisors.GetPolicyAsync(new() { Version = 1 })).Workspace.Channels.Count);
    }

    [Fact]
    public async Task A_rollback_makes_an_earlier_version_the_next_one()
    {
        using var admin = await server.NewWorkspaceAsync();
        await PublishAsync(admin, 45, "first");
        await PublishAsync(admin, 60, "second");

        var back = await admin.Supervisors.RollbackAsync(new() { Version = 2, ExpectedVersion = 3, Note = "too slow" });

        Assert.Equal(4, back.Version);
        var present = await admin.Supervisors.GetPolicyAsync(new());
        Assert.Equal((4, 45, "too slow"), (present.Version, present.Queues[0].Channels[0].Target.Seconds, present.Note));
        Assert.Empty((await admin.Supervisors.DiffAsync(new() { From = 2, To = 4 })).Differences);
    }

    [Fact]
    public async Task A_rollback_to_what_is_no_longer_enough_or_never_was_is_refused()
    {
        using var admin = await server.NewWorkspaceAsync();
        await PublishAsync(admin, 45, "first");
        await admin.Tickets.SubmitAsync(new() { Source = "test", ExternalId = "1", Channel = "call", Queue = "service" });

        var inUse = await Told.ByAsync(admin.Supervisors.RollbackAsync(new() { Version = 1 }));
        var unknown = await Told.ByAsync(admin.Supervisors.RollbackAsync(new() { Version = 9 }));
        var none = await Told.ByAsync(admin.Supervisors.RollbackAsync(new()));
        var old = await Told.ByAsync(admin.Supervisors.RollbackAsync(new() { Version = 2, ExpectedVersion = 1 }));

        Assert.Equal((StatusCode.FailedPrecondition, "IN_USE", "version"), (inUse.Code, inUse.Reason, inUse.Field));
        Assert.Equal((StatusCode.NotFound, "UNKNOWN_VERSION", "version"), (unknown.Code, unknown.Reason, unknown.Field));
        Assert.Contains("from 1 to 2", unknown.Message, StringComparison.Ordinal);
        Assert.Equal((StatusCode.NotFound, "UNKNOWN_VERSION"), (none.Code, none.Reason));
        Assert.Equal((StatusCode.Aborted, "VERSION_CONFLICT", "expected_version"), (old.Code, old.Reason, old.Field));
        Assert.Equal(2, (await admin.Supervisors.GetPolicyAsync(new())).Version);
    }

    [Fact]
    public async Task A_difference_is_told_by_its_path_with_both_values()
    {
        using var admin = await server.NewWorkspaceAsync();
        await PublishAsync(admin, 45, "first");
        var next = PolicyServer.Good();
        next.Queues.Insert(0, PolicyServer.Queue("another"));
        next.Queues[1].Channels[0].Target = PolicyServer.Seconds(60);
        next.Queues[1].Selection = "best-fit";
        next.Workspace.Skills.Clear();

        var differences = (await admin.Supervisors.DiffAsync(new() { From = 2, Policy = next })).Differences;

        Assert.Equal(
            [
                "workspace.skills: [{\"name\":\"billing\"}] > ",
                "queues[service].channels[call].target: \"45s\" > \"60s\"",
                "queues[service].selection: \"longest-idle\" > \"best-fit\"",
            ],
            differences.Take(3).Select(d => $"{d.Path}: {d.Before} > {d.After}"));
        Assert.Equal(("queues[another]", ""), (differences[3].Path, differences[3].Before));
        Assert.Contains("\"name\":\"another\"", differences[3].After, StringComparison.Ordinal);
        Assert.Equal(4, differences.Count);
    }

    [Fact]
    public async Task What_is_to_be_compared_has_to_be_there_and_right()
    {
        using var admin = await server.NewWorkspaceAsync();
        var wrong = PolicyServer.Good();
        wrong.Queues[0].Name = "";

        var unknown = await Told.ByAsync(admin.Supervisors.DiffAsync(new() { From = 5 }));
        var both = await Told.ByAsync(admin.Supervisors.DiffAsync(new() { From = 1, To = 1, Policy = PolicyServer.Good() }));
        var mistake = await Told.ByAsync(admin.Supervisors.DiffAsync(new() { From = 1, Policy = wrong }));

        Assert.Equal(("UNKNOWN_VERSION", "from"), (unknown.Reason, unknown.Field));
        Assert.Equal(("INVALID_REQUEST", "to"), (both.Reason, both.Field));
        Assert.Equal(("EMPTY_ID", "policy.queues[0].name"), (mistake.Reason, mistake.Field));
    }

    private static async Task PublishAsync(TestCaller admin, long target, string note)
    {
        var policy = PolicyServer.Good();
        policy.Queues[0].Channels[0].Target = PolicyServer.Seconds(target);
        Assert.NotEqual(0, (await admin.Supervisors.PublishAsync(new() { Policy = policy, Note = note })).Version);
    }
}
