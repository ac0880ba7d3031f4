using Router.Engine.Events;
using Router.Server.Edge.Access;
using Router.Server.Edge.Wire;
using Router.Server.Store.Envelopes;
using Router.Testing;

namespace Router.Server.Tests.Edge;

public sealed class ActorTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public async Task Events_name_who_did_it_by_role_and_subject()
    {
        var root = new V1.Actor { Kind = V1.ActorKind.Admin, Id = "root" };
        using var queue = await server.NewQueueAsync();
        await queue.NewAgentAsync();
        var agentId = $"{queue.Name}-1";
        await server.Admin.Supervisors.DeleteAgentAsync(new V1.DeleteAgentRequest { AgentId = agentId });
        var ticket = await queue.SubmitAsync();
        await queue.Adapter.Tickets.CancelAsync(new V1.CancelTicketRequest { TicketId = ticket.TicketId, Reason = V1.CancelReason.Spam });

        var events = await EventsAsync();

        var policies = events.Where(e => e.PolicyChanged is not null).Select(e => e.PolicyChanged).ToList();
        Assert.Equal(["workspace", $"queue:{queue.Name}"], policies.Select(p => p.What));
        Assert.All(policies, p => Assert.Equal(root, p.By));
        Assert.Equal(root, Assert.Single(events, e => e.ProfilePut?.Profile.AgentId == agentId).ProfilePut.By);
        Assert.Equal(root, Assert.Single(events, e => e.ProfileDeleted?.AgentId == agentId).ProfileDeleted.By);
        Assert.Equal(
            new V1.Actor { Kind = V1.ActorKind.Adapter, Id = "adapter" },
            Assert.Single(events, e => e.TicketCancelled?.TicketId == ticket.TicketId).TicketCancelled.By);
    }

    [Fact]
    public void History_names_who_did_it_where_the_action_does_not()
    {
        var cancelled = HistoryWire.Of(new HistoryEntry(1, FactKind.TicketLeft, "", "Cancelled: spam", new Actor(ActorKind.Adapter, "phone")));
        var expired = HistoryWire.Of(new HistoryEntry(1, FactKind.TicketLeft, "", "Expired"));

        Assert.Equal((V1.HistoryAction.Cancelled, "spam"), (cancelled.Action, cancelled.Note));
        Assert.Equal(new V1.Actor { Kind = V1.ActorKind.Adapter, Id = "phone" }, cancelled.Actor);
        Assert.Equal((V1.HistoryAction.Expired, null), (expired.Action, expired.Actor));
    }

    [Theory]
    [InlineData("admin", V1.ActorKind.Admin)]
    [InlineData("supervisor", V1.ActorKind.Supervisor)]
    [InlineData("adapter", V1.ActorKind.Adapter)]
    [InlineData("agent", V1.ActorKind.Agent)]
    [InlineData("integration", V1.ActorKind.Unspecified)]
    public void A_caller_acts_in_the_widest_of_his_roles(string role, V1.ActorKind kind)
    {
        var roles = Enum.Parse<Roles>(role, ignoreCase: true);

        Assert.Equal(kind, ActorWire.Of(new Caller("sue", roles, "default", "", DateTimeOffset.MaxValue).Actor)!.Kind);
        Assert.Equal(
            V1.ActorKind.Admin, ActorWire.Of(new Caller("sue", roles | Roles.Admin, "default", "", DateTimeOffset.MaxValue).Actor)!.Kind);
    }

    private async Task<List<V1.Event>> EventsAsync()
    {
        using var watch = server.Admin.Events.Watch(new V1.WatchEventsRequest { EndAtNewest = true });
        var events = new List<V1.Event>();
        while (await Eventually.DoneAsync(watch.ResponseStream.MoveNext(CancellationToken.None), "the next event or the end"))
        {
            events.Add(watch.ResponseStream.Current);
        }

        return events;
    }
}
