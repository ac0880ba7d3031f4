using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Tests.Scaffold;

namespace Router.Engine.Tests.Transitions;

/// <summary>Who did something stands in the fact, and in the history of the ticket it was done to.</summary>
public sealed class ActorTests
{
    private static readonly Actor Sue = new(ActorKind.Admin, "sue");
    private static readonly Actor Phone = new(ActorKind.Adapter, "phone");

    [Fact]
    public void Changes_of_profiles_name_who_made_them()
    {
        var workspace = new Workspace();
        workspace.Do(new PutAgent(new() { Id = "ann" }, Sue));
        workspace.Do(new PutAgent(new() { Id = "ann", Name = "Ann" }));
        workspace.Do(new DeleteAgent("ann", Phone));

        Assert.Equal([Sue, null, Phone], workspace.FactsOf<AgentChanged>().Select(f => f.By));
    }

    [Fact]
    public void A_cancelled_ticket_names_who_cancelled_it()
    {
        var workspace = new Workspace();
        var call = workspace.Submit("call");
        workspace.Do(new Cancel(call, "spam", Phone));

        Assert.Equal(Phone, Assert.Single(workspace.FactsOf<TicketLeft>()).By);
        Assert.Equal((FactKind.TicketLeft, Phone), workspace.Ticket(call).History.Select(h => (h.Kind, h.By!)).Last());
    }

    [Fact]
    public void An_abandoned_ticket_names_nobody_as_its_end_says_who_left()
    {
        var workspace = new Workspace();
        var call = workspace.Submit("call");
        workspace.End(call);

        Assert.Null(Assert.Single(workspace.FactsOf<TicketLeft>()).By);
        Assert.All(workspace.Ticket(call).History, h => Assert.Null(h.By));
    }
}
