using Google.Protobuf.WellKnownTypes;
using Router.AgentClient.State;
using Router.V1;

namespace Router.Clients.Tests.AgentClient;

public sealed class StateChangeTests
{
    private AgentState _state = new();

    [Fact]
    public void Activity_FollowsOffersAndTickets()
    {
        Assert.Equal(AgentActivity.Unspecified, _state.Activity);
        SignIn();
        Assert.Equal(AgentActivity.Idle, _state.Activity);
        Tell(new WorkUpdate { Offer = Told.Offer("t-1", Told.Noon) });
        Assert.Equal(AgentActivity.Offered, _state.Activity);
        Tell(new WorkUpdate { Assignment = Told.Assignment("t-1", Told.Noon) });
        Assert.Equal(AgentActivity.Handling, _state.Activity);
        Tell(new WorkUpdate { WrapUp = new WrapUpStarted { TicketId = "t-1", AssignmentNo = 1 } });
        Assert.Equal(AgentActivity.WrappingUp, _state.Activity);
        Tell(new WorkUpdate { Completed = new Completed { TicketId = "t-1", AssignmentNo = 1 } });
        Assert.Equal(AgentActivity.Idle, _state.Activity);
        Tell(new WorkUpdate { PresenceChanged = new PresenceChanged { Presence = new AgentPresence { Resting = true }, Activity = AgentActivity.Resting } });
        Assert.Equal(AgentActivity.Resting, _state.Activity);
    }

    [Fact]
    public void Assignment_TakesTheOfferAway()
    {
        SignIn();
        Tell(new WorkUpdate { Offer = Told.Offer("t-1", Told.Noon) });
        Tell(new WorkUpdate { Offer = Told.Offer("t-2", Told.Noon) });
        Tell(new WorkUpdate { Assignment = Told.Assignment("t-1", Told.Noon) });

        Assert.Equal("t-2", Assert.Single(_state.Offers).Ticket.Id);
        Assert.NotNull(_state.FindInHand("t-1", 1));
        Assert.Null(_state.FindInHand("t-1", 2));
    }

    [Fact]
    public void AssignmentChanged_KeepsHistoryAndConversation()
    {
        SignIn();
        var told = Told.Assignment("t-1", Told.Noon, "chat", Told.Message("t-1", 1, "Labas"));
        told.History.Add(new HistoryEntry { Action = HistoryAction.Submitted });
        Tell(new WorkUpdate { Assignment = told });
        var changed = Told.Assignment("t-1", Told.Noon);
        changed.OnHold = true;
        Tell(new WorkUpdate { AssignmentChanged = new AssignmentChanged { Assignment = changed } });

        var ticket = Assert.Single(_state.InHand);
        Assert.True(ticket.IsOnHold);
        Assert.Single(ticket.History);
        Assert.Single(ticket.Conversation.Messages);
    }

    [Fact]
    public void Resume_KeepsOlderMessagesAndWhatWasKnownOfWrapUp()
    {
        SignIn(told => told.Assignments.Add(Told.Assignment("t-1", Told.Noon, "chat", Told.Message("t-1", 1, "old"), Told.Message("t-1", 2, "new"))));
        Tell(new WorkUpdate { WrapUp = new WrapUpStarted { TicketId = "t-1", AssignmentNo = 1, Kind = WrapUpKind.Timed, Disposition = "solved" } });
        var resumed = Told.Assignment("t-1", Told.Noon, "chat", Told.Message("t-1", 2, "new"), Told.Message("t-1", 3, "newer"));
        resumed.Ticket.State = TicketState.WrappingUp;
        resumed.WrapUpUntil = Timestamp.FromDateTimeOffset(Told.Noon.AddSeconds(30));
        SignIn(told => told.Assignments.Add(resumed));

        var ticket = Assert.Single(_state.InHand);
        Assert.Equal(["old", "new", "newer"], ticket.Conversation.Messages.Select(message => message.Text));
        Assert.Equal(("solved", WrapUpKind.Timed, Told.Noon.AddSeconds(30)), (ticket.WrapUp!.Disposition, ticket.WrapUp.Kind, ticket.WrapUp.Until!.Value));
    }

    [Fact]
    public void UpdatesAboutUnknownTickets_ChangeNothing()
    {
        SignIn();
        var before = _state;
        Tell(new WorkUpdate { Message = Told.Message("t-9", 1, "?") });
        Tell(new WorkUpdate { WrapUp = new WrapUpStarted { TicketId = "t-9", AssignmentNo = 1 } });
        Tell(new WorkUpdate { AssignmentChanged = new AssignmentChanged { Assignment = Told.Assignment("t-9", Told.Noon) } });

        Assert.Same(before, _state);
    }

    private void SignIn(Action<SignedIn>? fill = null)
    {
        var told = Told.SignedIn(new SignIn { AgentId = "dana" }, Told.Noon);
        fill?.Invoke(told);
        Tell(new WorkUpdate { SignedIn = told });
    }

    private void Tell(WorkUpdate update) => _state = StateChange.Apply(_state, update);
}
