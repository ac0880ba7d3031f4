using Google.Protobuf.WellKnownTypes;
using Router.Engine.Events;
using Router.Engine.Tickets;
using Router.Store.Tests.Support;
using Contract = Router.V1;

namespace Router.Store.Tests;

public sealed class EventWriterTests
{
    public static TheoryData<string> Kinds => [.. Facts.Kinds<Fact>().Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Write_OfEveryKindOfFact_SaysItsNames(string kind)
    {
        var fact = Facts.Make(kind);

        var mapped = Facts.Event(fact);

        Assert.NotEqual(Contract.Event.FactOneofCase.None, mapped.FactCase);
        var said = mapped.ToString();
        foreach (var (name, text) in Texts(fact))
        {
            Assert.True(said.Contains(text, StringComparison.OrdinalIgnoreCase), $"{kind}.{name} = {text} is not in {said}");
        }
    }

    [Fact]
    public void Write_GivesWorkspacePositionAndTime()
    {
        var mapped = Facts.Event(new LaneLimitReached("service", 10_000));

        Assert.Equal("default", mapped.Workspace);
        Assert.Equal(new Contract.EventPosition { Term = 1, Number = 5 }, mapped.Position);
        Assert.Equal(Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(Batches.Noon + 5)), mapped.Time);
    }

    [Fact]
    public void Write_OfTicketEntered_SaysWhatWasAskedAndTold()
    {
        var ticket = Batches.Ticket("t1") with
        {
            Steps = [new RoutingStep(0, new Requirement("service", [new LanguageNeed("he", 4, 0)], [new SkillNeed("billing", 3)]))],
        };
        var fact = Batches.About(ticket, new TicketEntered("t1", Batches.Noon, EntryCause.Scheduled, Batches.Noon + 20_000, 3, new Estimate(60, 125, Trust.Low, 2), true, 7));

        var entered = Facts.Event(fact, ticket).TicketEntered;

        Assert.Equal(Contract.EntryReason.Scheduled, entered.Reason);
        Assert.Equal(new Contract.LanguageRequirement { Language = "he", MinLevel = 4 }, Assert.Single(entered.Languages));
        Assert.Equal(new Contract.SkillLevel { Skill = "billing", Level = 3 }, Assert.Single(entered.Skills));
        Assert.Equal(
            new Contract.WaitingTime
            {
                Position = 3,
                Estimate = Duration.FromTimeSpan(TimeSpan.FromSeconds(60)),
                Promise = Duration.FromTimeSpan(TimeSpan.FromSeconds(125)),
                Confidence = Contract.Confidence.Low,
            },
            entered.Waiting);
        Assert.True(entered.Unroutable);
        Assert.Equal(7, entered.PolicyVersion);
    }

    [Fact]
    public void Write_OfTicketEntered_WithoutANumberToTell_SaysUnknown()
    {
        var ticket = Batches.Ticket("t1");

        var waiting = Facts.Event(Batches.About(ticket, new TicketEntered("t1", 1, EntryCause.Submitted, 1, 1, Estimate.Unknown, false, 1)), ticket).TicketEntered.Waiting;

        Assert.Equal(new Contract.WaitingTime { Position = 1, Confidence = Contract.Confidence.Unknown }, waiting);
    }

    [Theory]
    [InlineData(OfferEnd.Declined, Contract.OfferOutcome.Declined, Contract.OfferWithdrawal.Unspecified, false)]
    [InlineData(OfferEnd.Missed, Contract.OfferOutcome.Expired, Contract.OfferWithdrawal.Expired, true)]
    [InlineData(OfferEnd.Outage, Contract.OfferOutcome.Withdrawn, Contract.OfferWithdrawal.Outage, false)]
    public void Write_OfOfferEnded_SaysHow(OfferEnd end, Contract.OfferOutcome outcome, Contract.OfferWithdrawal withdrawal, bool missed)
    {
        var ticket = Batches.Ticket("t1");

        var ended = Facts.Event(Batches.About(ticket, new OfferEnded("t1", 2, "anna", end, "busy", 1_500)), ticket).OfferEnded;

        Assert.Equal((outcome, withdrawal, missed), (ended.Outcome, ended.Withdrawal, ended.Missed));
        Assert.Equal(TimeSpan.FromMilliseconds(1_500), ended.OpenFor.ToTimeSpan());
    }

    public static TheoryData<OfferEnd> OfferEnds => [.. System.Enum.GetValues<OfferEnd>().Where(end => end != OfferEnd.Unspecified)];

    [Theory]
    [MemberData(nameof(OfferEnds))]
    public void Write_OfEveryEndOfAnOffer_HasAnOutcome(OfferEnd end)
    {
        var ticket = Batches.Ticket("t1");

        Assert.NotEqual(
            Contract.OfferOutcome.Unspecified,
            Facts.Event(Batches.About(ticket, new OfferEnded("t1", 2, "anna", end, "", 0)), ticket).OfferEnded.Outcome);
    }

    [Theory]
    [InlineData(TicketState.Abandoned, "", Contract.Event.FactOneofCase.TicketAbandoned)]
    [InlineData(TicketState.Cancelled, "duplicate", Contract.Event.FactOneofCase.TicketCancelled)]
    [InlineData(TicketState.Expired, "", Contract.Event.FactOneofCase.TicketExpired)]
    public void Write_OfTicketLeft_IsAnEventOfItsOwnForEachEnd(TicketState state, string cause, Contract.Event.FactOneofCase expected)
    {
        var ticket = Batches.Ticket("t1");

        var mapped = Facts.Event(Batches.About(ticket, new TicketLeft("t1", state, 4_000, cause, IsShort: true, ByChannel: true, By: null)), ticket);

        Assert.Equal(expected, mapped.FactCase);
        Assert.Equal(state == TicketState.Cancelled ? Contract.CancelReason.Duplicate : Contract.CancelReason.Unspecified,
            mapped.TicketCancelled?.Reason ?? Contract.CancelReason.Unspecified);
        Assert.Equal(state == TicketState.Abandoned ? Contract.EndedBy.Channel : Contract.EndedBy.Unspecified,
            mapped.TicketAbandoned?.EndedBy ?? Contract.EndedBy.Unspecified);
    }

    // Session ids are the agent's own; what the ticket asked for is told by TicketEntered alone.
    private static IEnumerable<(string Name, string Text)> Texts(Fact fact) => fact.GetType()
        .GetProperties()
        .Where(p => p.PropertyType == typeof(string) && p.Name != "SessionId")
        .Select(p => (p.Name, (string)p.GetValue(fact)!));
}
