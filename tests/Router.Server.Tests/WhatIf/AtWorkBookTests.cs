using Router.Server.WhatIf;
using Router.Simulator.Play;
using Router.Simulator.Recorded;
using Router.V1;

namespace Router.Server.Tests.WhatIf;

/// <summary>When agents were at work, out of the events of a workspace.</summary>
public sealed class AtWorkBookTests
{
    private const long Begin = 1_000;
    private const long End = 6_000;

    private readonly AtWorkBook _book = new(Begin);

    [Fact]
    public void Who_becomes_available_is_at_work_until_he_goes_away_and_busy_while_he_has_a_ticket()
    {
        Turn("anna", 2_000, Presence.Available, Presence.Away);
        Assign("t1", "anna", 3_000);
        _book.Hear(new Event { TicketCompleted = new() { TicketId = "t1" } }, 4_000);
        Turn("anna", 5_000, Presence.Away, Presence.Available);

        var anna = Closed("anna");
        Assert.Equal([new Shift(2_000, 5_000)], anna.AtWork);
        Assert.Equal([(2_000, 3_000, false), (3_000, 4_000, true), (4_000, 5_000, false)], Times(anna));
    }

    [Fact]
    public void Who_is_seen_at_work_before_he_came_was_there_from_the_beginning_and_a_lost_session_is_a_gap()
    {
        _book.Hear(new Event { OfferMade = new() { AgentId = "bob" } }, 2_000);
        _book.Hear(new Event { SessionLost = new() { AgentId = "bob" } }, 3_000);
        _book.Hear(new Event { SessionResumed = new() { AgentId = "bob" } }, 4_000);

        var bob = Closed("bob");
        Assert.Equal([new Shift(Begin, 3_000), new Shift(4_000, Shift.Forever)], bob.AtWork);
        Assert.Equal([(Begin, 3_000, false), (4_000, End, false)], Times(bob));
    }

    [Fact]
    public void Who_goes_away_with_a_ticket_in_hand_is_busy_until_it_is_gone_and_not_at_work()
    {
        Assign("t2", "dan", 2_000);
        Turn("dan", 2_500, Presence.Away, Presence.Available);
        _book.Hear(new Event { TicketTransferred = new() { TicketId = "t2" } }, 3_000);

        var dan = Closed("dan");
        Assert.Equal([new Shift(Begin, 2_500)], dan.AtWork);
        Assert.Equal([(Begin, 2_000, false), (2_000, 2_500, true), (2_500, 3_000, true)], Times(dan));
    }

    [Fact]
    public void A_ticket_that_another_has_is_the_formers_no_longer()
    {
        Assign("t3", "eva", 2_000);
        Assign("t3", "fay", 3_000);

        Assert.Equal([(Begin, 2_000, false), (2_000, 3_000, true), (3_000, End, false)], Times(Closed("eva")));
    }

    [Fact]
    public void Who_drains_takes_nothing_new()
    {
        Turn("gil", 2_000, Presence.Available, Presence.Away);
        _book.Hear(new Event { AgentPresenceChanged = new() { AgentId = "gil", Presence = Presence.Available, Previous = Presence.Available, Draining = true } }, 3_000);
        _book.Hear(new Event { SessionResumed = new() { AgentId = "gil" } }, 3_500);
        _book.Hear(new Event { AgentSignedOut = new() { AgentId = "gil" } }, 4_000);

        Assert.Equal([new Shift(2_000, 3_000)], Closed("gil").AtWork);
    }

    [Fact]
    public void Who_is_sent_away_for_what_he_missed_and_comes_back_is_at_work_all_the_time_and_known_to_have_been_away()
    {
        Turn("hal", 2_000, Presence.Available, Presence.Away);
        SendAway("hal", 3_000);
        Turn("hal", 3_400, Presence.Available, Presence.Away);
        SendAway("hal", 4_000);
        Turn("hal", 4_500, Presence.Away, Presence.Away);
        Turn("hal", 5_000, Presence.Available, Presence.Away);

        var hal = Closed("hal");
        Assert.Equal([new Shift(2_000, 4_000), new Shift(5_000, Shift.Forever)], hal.AtWork);
        Assert.Equal([400], hal.AwayMissedMs);
        Assert.Equal([(2_000, 3_000, false), (3_400, 4_000, false), (5_000, End, false)], Times(hal));
    }

    [Fact]
    public void Who_will_be_away_after_his_work_in_hand_takes_nothing_new_from_when_he_said_so_unless_he_thinks_better_of_it()
    {
        Assign("t4", "kim", 2_000);
        TurnLater("kim", 3_000);
        Turn("kim", 3_500, Presence.Available, Presence.Available);
        TurnLater("kim", 4_000);
        _book.Hear(new Event { TicketCompleted = new() { TicketId = "t4" } }, 5_000);
        Turn("kim", 5_000, Presence.Away, Presence.Available);

        var kim = Closed("kim");
        Assert.Equal([new Shift(Begin, 3_000), new Shift(3_500, 4_000)], kim.AtWork);
        Assert.Equal(5_000, kim.Times[^1].End);
        Assert.All(kim.Times.Skip(1), time => Assert.True(time.IsBusy));
    }

    [Fact]
    public void One_who_signs_in_for_less_and_is_away_for_a_channel_is_at_work_narrowed_until_he_signs_in_anew()
    {
        _book.Hear(new Event { AgentSignedIn = new() { AgentId = "ida", Channels = { "call", "chat" }, Languages = { "he" } } }, 2_000);
        Turn("ida", 2_000, Presence.Available, Presence.Away);
        Away("ida", "chat", 3_000, Presence.Away);
        Away("ida", "chat", 4_000, Presence.Available);
        Away("ida", "call", 4_500, Presence.Away);
        _book.Hear(new Event { AgentSignedIn = new() { AgentId = "ida", TookOver = true } }, 5_000);

        var signedIn = new Narrowing(["call", "chat"], ["he"], []);
        Assert.Equal(
            [
                new Shift(2_000, 3_000) { Narrowed = signedIn },
                new Shift(3_000, 4_000) { Narrowed = signedIn with { Away = ["chat"] } },
                new Shift(4_000, 4_500) { Narrowed = signedIn },
                new Shift(4_500, 5_000) { Narrowed = signedIn with { Away = ["call"] } },
                new Shift(5_000, Shift.Forever),
            ],
            Closed("ida").AtWork);
        Assert.Equal([(2_000, End, false)], Times(Closed("ida")));
    }

    [Fact]
    public void What_he_took_less_before_he_came_to_work_holds_from_its_beginning_and_what_changes_twice_at_once_counts_as_it_is_then()
    {
        Away("jon", "chat", 1_500, Presence.Away);
        Away("jon", "call", 1_600, Presence.Away);
        Turn("jon", 2_000, Presence.Available, Presence.Away);
        Away("jon", "chat", 3_000, Presence.Available);
        Away("jon", "call", 3_000, Presence.Available);
        Turn("jon", 4_000, Presence.Away, Presence.Available);

        Assert.Equal([new Shift(2_000, 3_000) { Narrowed = new Narrowing([], [], ["call", "chat"]) }, new Shift(3_000, 4_000)], Closed("jon").AtWork);
    }

    private void Away(string agent, string channel, long at, Presence presence) => _book.Hear(
        new Event { AgentPresenceChanged = new() { AgentId = agent, Channel = channel, Presence = presence } }, at);

    private void SendAway(string agent, long at) => _book.Hear(
        new Event { AgentPresenceChanged = new() { AgentId = agent, Presence = Presence.Away, Previous = Presence.Available, AwayReason = "no_answer" } }, at);

    private void Turn(string agent, long at, Presence presence, Presence previous) =>
        _book.Hear(new Event { AgentPresenceChanged = new() { AgentId = agent, Presence = presence, Previous = previous } }, at);

    private void TurnLater(string agent, long at) => _book.Hear(
        new Event { AgentPresenceChanged = new() { AgentId = agent, Presence = Presence.Away, Previous = Presence.Available, Pending = true } }, at);

    private void Assign(string ticket, string agent, long at) => _book.Hear(new Event { TicketAssigned = new() { TicketId = ticket, AgentId = agent } }, at);

    private RecordedAgent Closed(string agent) => _book.Close(End).Single(a => a.Id == agent);

    private static IEnumerable<(long, long, bool)> Times(RecordedAgent agent) => agent.Times.Select(t => (t.Begin, t.End, t.IsBusy));
}
