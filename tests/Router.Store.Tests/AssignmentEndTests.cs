using Router.Engine.Events;
using Router.Server.WhatIf;
using Router.Store.Tests.Support;
using Contract = Router.V1;

namespace Router.Store.Tests;

/// <summary>What takes a ticket out of an agent's hands is listed by the engine and, of events, by <see cref="AtWorkBook"/>: both lists are the same.</summary>
public sealed class AssignmentEndTests
{
    private const long Answered = Batches.Noon;
    private const long Told = Batches.Noon + 1_000;
    private const long End = Batches.Noon + 2_000;

    // One who is assigned a ticket takes it from whoever had it: that is no end of its own.
    public static TheoryData<string> Kinds => [.. Facts.Kinds<TicketFact>().Where(t => t != typeof(TicketAssigned)).Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_agent_in_recorded_traffic_is_free_after_a_fact_that_ends_his_assignment_and_busy_after_any_other(string kind)
    {
        var fact = (TicketFact)Facts.Make(kind);
        Assert.Equal(AssignmentEnd.HandledMs(fact) is not null, IsFreeAfter(fact));
    }

    [Fact]
    public void A_call_back_that_is_not_tried_again_leaves_the_ticket_in_his_hands()
    {
        var last = new CallBackAttempted("t1", 1, "anna", 3, "busy", NextAt: 0, 0, 0);
        Assert.Null(AssignmentEnd.HandledMs(last));
        Assert.False(IsFreeAfter(last));
    }

    private static bool IsFreeAfter(TicketFact fact)
    {
        var book = new AtWorkBook(Batches.Noon);
        book.Hear(new Contract.Event { TicketAssigned = new() { TicketId = fact.TicketId, AgentId = "anna" } }, Answered);
        book.Hear(Facts.Event(fact), Told);
        return !book.Close(End).Single(agent => agent.Id == "anna").Times[^1].IsBusy;
    }
}
