using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Router.Server.Tests.Edge;

/// <summary>Which workspace a call is about: the claim says it, and the metadata <c>router-workspace</c> for an admin.</summary>
public sealed class NamedWorkspaceTests(EdgeServer server) : IClassFixture<EdgeServer>, IAsyncLifetime
{
    private const string Elsewhere = "elsewhere";

    /// <summary>About no workspace: health, the contract itself, and the list of workspaces.</summary>
    private static readonly string[] OfNone = ["/grpc.", "/router.v1.SupervisorService/ListWorkspaces", "/router.v1.SupervisorService/CreateWorkspace"];

    private IEnumerable<IMethod> Methods =>
        from endpoint in server.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints
        let method = endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method
        where method is not null && !OfNone.Any(n => method.FullName.StartsWith(n, StringComparison.Ordinal))
        select method;

    public async Task InitializeAsync()
    {
        if ((await server.Admin.Supervisors.ListWorkspacesAsync(new())).Workspaces.All(w => w.Workspace_ != Elsewhere))
        {
            await server.Admin.Supervisors.CreateWorkspaceAsync(new() { Workspace = Elsewhere });
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("adapter")]
    [InlineData("agent")]
    [InlineData("supervisor")]
    [InlineData("integration")]
    public async Task Who_is_no_admin_gets_no_method_of_another_workspace(string role)
    {
        using var caller = Of(role, Elsewhere, named: "default");
        foreach (var method in Methods.Where(m => ExpectedAccess.LetsIn(ExpectedAccess.Methods[m.FullName], role)))
        {
            var told = Told.Of((await WireCall.ErrorAsync(caller.Invoker, method))!);

            // What is not served is so in any workspace.
            Assert.Contains(
                (method.FullName, told.Code, told.Reason),
                new[]
                {
                    (method.FullName, StatusCode.PermissionDenied, "NOT_ALLOWED"),
                    (method.FullName, StatusCode.Unimplemented, "NOT_IMPLEMENTED"),
                });
            if (told.Code == StatusCode.PermissionDenied)
            {
                Assert.Equal("router-workspace", told.Field);
                Assert.Contains("only an admin may name another", told.Message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("nowhere", "an admin has to create it")]
    [InlineData("No Workspace!", "an id has 1 to 63 characters")]
    [InlineData("{default}:meta", "an id has 1 to 63 characters")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123", "an id has 1 to 63 characters")]
    public async Task A_workspace_that_is_not_there_is_named_for_every_method(string id, string right)
    {
        using var naming = Of("admin", claim: null, named: id);
        using var claiming = Of("admin", claim: id, named: null);
        foreach (var method in Methods)
        {
            foreach (var (caller, field) in new[] { (naming, "router-workspace"), (claiming, "workspace") })
            {
                var told = Told.Of((await WireCall.ErrorAsync(caller.Invoker, method))!);
                if (told.Reason != "NOT_IMPLEMENTED")
                {
                    Assert.Equal((method.FullName, StatusCode.NotFound, "UNKNOWN_WORKSPACE", field), (method.FullName, told.Code, told.Reason, told.Field));
                    Assert.Contains(right, told.Message, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public async Task Without_a_token_nothing_is_told_of_which_workspaces_there_are()
    {
        using var there = new TestCaller(server.Server.GrpcAddress, token: null, Elsewhere);
        using var nowhere = new TestCaller(server.Server.GrpcAddress, token: null, "nowhere");
        var request = new V1.GetTicketRequest { TicketId = "1" };

        var first = await Told.ByAsync(there.Tickets.GetAsync(request));
        var second = await Told.ByAsync(nowhere.Tickets.GetAsync(request));

        Assert.Equal((StatusCode.Unauthenticated, "NOT_AUTHENTICATED"), (first.Code, first.Reason));
        Assert.Equal((first.Code, first.Reason, first.Message), (second.Code, second.Reason, second.Message));
    }

    [Fact]
    public async Task The_same_ids_are_other_tickets_in_another_workspace()
    {
        using var queue = await server.NewQueueAsync();
        var ticket = await queue.SubmitAsync();
        using var adapter = Of("adapter", Elsewhere, named: null);
        using var supervisor = Of("supervisor", Elsewhere, named: Elsewhere);
        using var customer = new TestCaller(server.Server.GrpcAddress, token: null, Elsewhere);

        var unknownQueue = await Told.ByAsync(adapter.Tickets.SubmitAsync(queue.NewTicket()));
        var unknownTicket = await Told.ByAsync(supervisor.Tickets.GetAsync(new() { TicketId = ticket.TicketId }));
        var byCapability = await Told.ByAsync(customer.Tickets.EndAsync(new() { TicketId = ticket.TicketId, CapabilityToken = ticket.CapabilityToken }));

        Assert.Equal("UNKNOWN_QUEUE", unknownQueue.Reason);
        Assert.Equal("UNKNOWN_TICKET", unknownTicket.Reason);
        Assert.Equal((StatusCode.PermissionDenied, "capability_token"), (byCapability.Code, byCapability.Field));
        Assert.Equal(V1.TicketState.Queued, (await queue.Adapter.Tickets.GetAsync(new() { TicketId = ticket.TicketId })).State);
    }

    [Fact]
    public async Task An_admin_may_name_any_workspace_and_others_their_own()
    {
        using var queue = await server.NewQueueAsync();
        using var admin = Of("admin", Elsewhere, named: "default");
        using var supervisor = Of("supervisor", "default", named: "default");

        Assert.Contains((await admin.Supervisors.ListQueuesAsync(new())).Queues, q => q.Name == queue.Name);
        Assert.Contains((await supervisor.Supervisors.ListQueuesAsync(new())).Queues, q => q.Name == queue.Name);
    }

    private TestCaller Of(string role, string? claim, string? named) =>
        new(server.Server.GrpcAddress, TestKey.Token(role, claims: claim is null ? null : new() { ["workspace"] = claim }), named);
}
