using Router.Engine.Agents;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Simulator.Play;
using Router.Simulator.Traffic;

namespace Router.Simulator.Tests.Play;

public sealed class SimulationTests
{
    private const long Second = 1_000;
    private const long Start = Simulation.DefaultStart;

    private readonly Log _log = new();

    [Fact]
    public void CallsInAQueue_AreServedOneAfterTheOther_EachAsLongAsItTakes()
    {
        var simulation = OneAgent();
        simulation.Add(new RecordedCalls([CallAt(0, handle: 60), CallAt(10, handle: 30), CallAt(20, handle: 30)]));

        simulation.RunEmpty();

        Assert.Equal(["0 answered after 0", "60 answered after 50", "90 answered after 70"], _log.Lines);
    }

    [Fact]
    public void ACallerWhosePatienceEnds_HangsUp_AndOneWhoIsServedByThenDoesNot()
    {
        var simulation = OneAgent();
        simulation.Add(new RecordedCalls([CallAt(0, handle: 60), CallAt(10, patience: 20), CallAt(10, patience: 51)]));

        simulation.RunEmpty();

        Assert.Equal(["0 answered after 0", "30 left after 20", "60 answered after 50"], _log.Lines);
    }

    [Fact]
    public void AnAgentWhoseShiftEnds_FinishesHisCall_AndTakesNoMore()
    {
        var simulation = OneAgent(new Shift(Start, Start + (30 * Second)), new Shift(Start + (100 * Second), Shift.Forever));
        simulation.Add(new RecordedCalls([CallAt(0, handle: 60), CallAt(10), CallAt(90)]));

        simulation.RunEmpty();

        Assert.Equal(["0 answered after 0", "100 answered after 90", "101 answered after 11"], _log.Lines);
    }

    [Fact]
    public void WorkAfterACall_KeepsTheAgentFromTheNextOne()
    {
        var policy = OneQueue.Policy(
            WorkspacePolicy.Initial, [], queue => queue with { Channels = [queue.Channels[0] with { WrapUp = new(WrapUpKind.UntilDone, 0) }] });
        var simulation = new Simulation(_ => policy) { WrapUpMs = (_, call) => call.HandleMs * 2 };
        Staff(simulation, Shift.Always);
        simulation.Add(new RecordedCalls([CallAt(0, handle: 10), CallAt(1)]));

        simulation.RunEmpty();

        Assert.Equal(["0 answered after 0", "30 answered after 29"], _log.Lines);
    }

    [Fact]
    public void ACallThatIsNotLetIn_IsTurnedAway()
    {
        Simulation simulation = null!;
        simulation = new Simulation(initial => OneQueue.Policy(initial, [])) { LetsIn = _ => simulation.OpenCalls < 1 };
        Staff(simulation, Shift.Always);
        simulation.Add(new RecordedCalls([CallAt(0, handle: 10), CallAt(5), CallAt(15)]));

        simulation.RunEmpty();

        Assert.Equal(["0 answered after 0", "5 turned away", "15 answered after 0"], _log.Lines);
    }

    [Fact]
    public void RunEmpty_WithACallThatNobodyWillEverTake_SaysSo()
    {
        var simulation = new Simulation(initial => OneQueue.Policy(initial, []));
        simulation.Add(CallAt(0));

        var refused = Assert.Throws<SimulationException>(simulation.RunEmpty);

        Assert.Contains("1 calls wait", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Simulation_OfAPolicyThatTheEngineRefuses_SaysWhy()
    {
        var refused = Assert.Throws<SimulationException>(() => new Simulation(
            initial => OneQueue.Policy(initial, [], queue => queue with { Selection = "the nearest" })));

        Assert.Contains("ChangePolicy", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAgentWhoDeclines_DoesSoAfterHisTime_AndAgainWhenItHasCooledDown()
    {
        var simulation = new Simulation(initial => OneQueue.Policy(initial, [], queue => queue with { CooldownSeconds = 10 }));
        simulation.Tell(_log);
        simulation.Add(AgentOf(new OfferHabit([], [3 * Second], Missed: 0), backAfterMs: null));
        simulation.Add(CallAt(0, patience: 20));

        simulation.RunEmpty();

        Assert.Equal(["3 Declined", "16 Declined", "20 left after 20"], _log.Lines);
    }

    [Fact]
    public void AnAgentWhoTakesHisTimeToAccept_AnswersAfterIt_AndNotWhenTheCallerHasGone()
    {
        var simulation = new Simulation(initial => OneQueue.Policy(initial, []));
        simulation.Tell(_log);
        simulation.Add(AgentOf(new OfferHabit([5 * Second], [], Missed: 0), backAfterMs: null));
        simulation.Add(new RecordedCalls([CallAt(0, handle: 10), CallAt(30, patience: 3), CallAt(40, patience: 6)]));

        simulation.RunEmpty();

        Assert.Equal(["5 answered after 5", "33 left after 3", "45 answered after 5"], _log.Lines);
    }

    [Fact]
    public void AnAgentWhoIsNarrowedInMidShift_TakesNoMoreOfWhatHeIsNarrowedFrom_AndGoesOnWithWhatHeHas()
    {
        var nothing = new Shift(Start + (10 * Second), Start + (60 * Second)) { Narrowed = new Narrowing([], [], [OneQueue.Call]) };
        var simulation = OneAgent(new Shift(Start, Start + (10 * Second)), nothing, new Shift(Start + (60 * Second), Shift.Forever));
        simulation.Add(new RecordedCalls([CallAt(0, handle: 20), CallAt(5, patience: 40), CallAt(50)]));

        simulation.RunEmpty();

        Assert.Equal(["0 answered after 0", "45 left after 40", "60 answered after 10"], _log.Lines);
    }

    [Theory]
    [InlineData("en", "", 30)]
    [InlineData("en", "chat", 30)]
    [InlineData("he", "", 0)]
    public void AnAgentWhoSignsInForLess_TakesThatAlone(string language, string channel, long answeredAt)
    {
        var profile = new AgentProfile { Id = "dana", Languages = new Dictionary<string, int> { ["he"] = 5, ["en"] = 5 } };
        var narrowed = new Narrowing(channel.Length > 0 ? [channel] : [], ["he", "lt"], []);
        var simulation = new Simulation(initial => OneQueue.Policy(initial, []));
        simulation.Tell(_log);
        simulation.Add(new SimulatedAgent(profile, [new Shift(Start, Start + (30 * Second)) { Narrowed = narrowed }, new Shift(Start + (30 * Second), Shift.Forever)]));
        simulation.Add(new Call { At = Start, Content = OneQueue.Content(language: language), HandleMs = Second, PatienceMs = Call.Endless });

        simulation.RunEmpty();

        Assert.Equal([$"{answeredAt} answered after {answeredAt}"], _log.Lines);
    }

    [Fact]
    public void AShorterTimeToAnswer_IsMissedAsOftenAsItWouldHaveBeenTooShort_AndOneOfWhomNothingIsKnownDoesAsOthers()
    {
        var simulation = new Simulation(initial => OneQueue.Policy(initial, [], queue => queue with
        {
            CooldownSeconds = 0,
            Channels = [queue.Channels[0] with { OfferSeconds = 10 }],
        }));
        simulation.Tell(_log);
        var others = new Dictionary<string, OfferHabit> { [OneQueue.Call] = new OfferHabit([2 * Second, 18 * Second], [], Missed: 0) };
        simulation.Add(new SimulatedAgent(new AgentProfile { Id = "dana" }, [Shift.Always])
        {
            Offers = new OfferHabits(new Dictionary<string, OfferHabit>(), others, backAfterMs: Second, "dana", seed: 1),
        });
        simulation.Add(new RecordedCalls([.. Enumerable.Range(0, 300).Select(i => CallAt(i * 200))]));

        simulation.RunEmpty();

        Assert.InRange(_log.Lines.Count(line => line.EndsWith("Missed", StringComparison.Ordinal)), 220, 380);
        Assert.Contains("after 2", _log.Lines[^1] + _log.Lines[^2] + _log.Lines[^3], StringComparison.Ordinal);
    }

    [Fact]
    public void AnAgentWhoMisses_IsSentAway_AndComesBackAfterHisTime()
    {
        var simulation = new Simulation(initial => OneQueue.Policy(initial, [], queue => queue with { CooldownSeconds = 0 }));
        simulation.Tell(_log);
        simulation.Add(AgentOf(new OfferHabit([], [], Missed: 1), backAfterMs: 30 * Second));
        simulation.Add(CallAt(0, patience: 75));

        simulation.RunEmpty();

        Assert.Equal(["20 Missed", "70 Missed", "75 left after 75"], _log.Lines);
    }

    [Fact]
    public void AnAgentOfMixedHabits_AcceptsAndDeclinesAsOftenAsHeDid_AndTheSameWithTheSameSeed()
    {
        List<string> Play()
        {
            var log = new Log();
            var simulation = new Simulation(initial => OneQueue.Policy(initial, [], queue => queue with { CooldownSeconds = 1 }));
            simulation.Tell(log);
            simulation.Add(AgentOf(new OfferHabit([Second, Second, Second], [Second], Missed: 0), backAfterMs: null));
            simulation.Add(new RecordedCalls([.. Enumerable.Range(0, 600).Select(i => CallAt(i * 60))]));
            simulation.RunEmpty();
            return log.Lines;
        }

        var lines = Play();

        Assert.InRange(lines.Count(line => line.EndsWith("Declined", StringComparison.Ordinal)), 160, 240);
        Assert.Equal(lines, Play());
    }

    private static SimulatedAgent AgentOf(OfferHabit habit, long? backAfterMs) => new(new AgentProfile { Id = "dana" }, [Shift.Always])
    {
        Offers = new OfferHabits(new Dictionary<string, OfferHabit> { [OneQueue.Call] = habit }, new Dictionary<string, OfferHabit>(), backAfterMs, "dana", seed: 1),
    };

    private static Call CallAt(long second, long handle = 1, long patience = 0) => new()
    {
        At = Start + (second * Second),
        Content = OneQueue.Content(),
        HandleMs = handle * Second,
        PatienceMs = patience == 0 ? Call.Endless : patience * Second,
    };

    private Simulation OneAgent(params Shift[] shifts)
    {
        var simulation = new Simulation(initial => OneQueue.Policy(initial, []));
        Staff(simulation, shifts.Length == 0 ? [Shift.Always] : shifts);
        return simulation;
    }

    private void Staff(Simulation simulation, params Shift[] shifts)
    {
        simulation.Tell(_log);
        simulation.Add(new SimulatedAgent(new AgentProfile { Id = "dana" }, shifts));
    }

    private sealed class Log : Watcher
    {
        public List<string> Lines { get; } = [];

        public override void OnAnswered(Call call, TicketAssigned fact) => Lines.Add($"{SecondOf(fact.At)} answered after {fact.WaitMs / Second}");

        public override void OnLeft(Call call, TicketLeft fact) => Lines.Add($"{SecondOf(fact.At)} left after {fact.WaitMs / Second}");

        public override void OnTurnedAway(Call call, long at, string queue) => Lines.Add($"{SecondOf(at)} turned away");

        public override void OnFact(Fact fact)
        {
            if (fact is OfferEnded { End: OfferEnd.Declined or OfferEnd.Missed } ended)
            {
                Lines.Add($"{SecondOf(ended.At)} {ended.End}");
            }
        }

        private static long SecondOf(long at) => (at - Start) / Second;
    }
}
