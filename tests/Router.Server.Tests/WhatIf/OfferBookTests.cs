using Google.Protobuf.WellKnownTypes;
using Router.Server.WhatIf;
using Router.Simulator.Play;
using Router.V1;

namespace Router.Server.Tests.WhatIf;

/// <summary>What agents did with offers, out of the events of a workspace.</summary>
public sealed class OfferBookTests
{
    private readonly OfferBook _book = new();
    private long _now;

    [Fact]
    public void Accepts_declines_and_misses_count_by_channel_and_the_times_to_accept_and_to_decline_are_known()
    {
        Offer("t1", 1, "anna", "call");
        Assign("t1", 1, "anna", "call", seconds: 2);
        Offer("t4", 1, "anna", "call");
        Assign("t4", 1, "anna", "call", seconds: 6);
        Offer("t2", 1, "anna", "call");
        End("t2", 1, "anna", "call", OfferOutcome.Declined, seconds: 3);
        Offer("t2", 2, "anna", "call");
        End("t2", 2, "anna", "call", OfferOutcome.Declined, seconds: 5);
        Offer("t3", 1, "anna", "chat");
        End("t3", 1, "anna", "chat", OfferOutcome.Expired, seconds: 30, missed: true);

        Assert.Equal("[2000,6000] [3000,5000] 0", Text(_book.Habits("anna")["call"]));
        Assert.Equal("[] [] 1", Text(_book.Habits("anna")["chat"]));
    }

    [Fact]
    public void What_is_taken_back_given_without_an_offer_or_asked_for_a_consult_counts_as_nothing()
    {
        Offer("t1", 1, "bob", "call");
        End("t1", 1, "bob", "call", OfferOutcome.Withdrawn, seconds: 1);
        Assign("t2", 0, "bob", "call");
        Offer("t3", 1, "bob", "call", OfferKind.Consult);
        End("t3", 1, "bob", "call", OfferOutcome.Declined, seconds: 1);

        Assert.All(_book.Habits("bob").Values, habit => Assert.Equal("[] [] 0", Text(habit)));
    }

    [Fact]
    public void Of_whom_nothing_was_heard_nothing_is_known() => Assert.Empty(_book.Habits("nobody"));

    private static string Text(OfferHabit habit) => $"[{string.Join(',', habit.AcceptMs)}] [{string.Join(',', habit.DeclineMs)}] {habit.Missed}";

    private void Offer(string ticket, int number, string agent, string channel, OfferKind kind = OfferKind.Assignment) => _book.Hear(
        new Event { OfferMade = new() { TicketId = ticket, OfferNo = number, AgentId = agent, Channel = channel, Kind = kind } }, _now);

    private void Assign(string ticket, int offer, string agent, string channel, int seconds = 0) => _book.Hear(
        new Event { TicketAssigned = new() { TicketId = ticket, OfferNo = offer, AgentId = agent, Channel = channel } }, _now += 1_000 * seconds);

    private void End(string ticket, int number, string agent, string channel, OfferOutcome outcome, int seconds, bool missed = false) => _book.Hear(new Event
    {
        OfferEnded = new()
        {
            TicketId = ticket,
            OfferNo = number,
            AgentId = agent,
            Channel = channel,
            Outcome = outcome,
            Missed = missed,
            OpenFor = Duration.FromTimeSpan(TimeSpan.FromSeconds(seconds)),
            Kind = OfferKind.Assignment,
        },
    }, _now);
}
