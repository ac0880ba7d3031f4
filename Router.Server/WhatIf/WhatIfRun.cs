using Router.Engine.Agents;
using Router.Engine.Policies;
using Router.Simulator.Counting;
using Router.Simulator.Play;
using Router.Simulator.Recorded;
using Router.Simulator.Reports;
using Router.Simulator.Runs;

namespace Router.Server.WhatIf;

/// <summary>Plays recorded traffic again, as it was and with a change.</summary>
/// <param name="question">What is asked.</param>
/// <param name="traffic">What was recorded.</param>
internal sealed class WhatIfRun(WhatIfQuestion question, RecordedTraffic traffic)
{
    // The same chance whoever asks and however often: two answers differ by what was asked alone.
    private const ulong Seed = 1;

    private static readonly IReadOnlyDictionary<string, OfferHabit> NoHabits = new Dictionary<string, OfferHabit>();

    /// <summary>Answers. Takes a processor for a second or more on a busy day.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="SimulationException">The policy does not hang together.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public WhatIfAnswer Answer(CancellationToken cancel)
    {
        var recorded = RecordedFigures.Of(traffic, question.Present, question.From, question.Until);
        var replayed = Play(question.Present, [], new HashSet<string>(), cancel);
        var changed = question.ChangesNothing ? replayed : Play(question.Policy, question.Added, question.Without, cancel);
        var report = Report.Html(
            "What if",
            [
                "The customers who came are played again through the router: under the policy in force with the agents who were there, and with the change.",
                "Where the replay is unlike what was recorded, what it says of the change is no better. docs/what-if.md says what is known and what is drawn.",
            ],
            [new ReportSeries("recorded", recorded), new ReportSeries("replayed", replayed), new ReportSeries("with the change", changed)]);
        return new WhatIfAnswer(recorded, replayed, changed, report);
    }

    private RunFigures Play(WorkspacePolicy policy, IReadOnlyList<AgentProfile> added, IReadOnlySet<string> without, CancellationToken cancel) => ScenarioRun.Play(
        new Scenario
        {
            // Tickets that follow others come as they were recorded.
            Policy = policy with { Queues = [.. policy.Queues.Select(queue => queue with { FollowUp = null })] },
            Agents = [.. Staff(added, without)],
            Calls = new Customers(traffic, question.Present, policy, Seed).All(),
            From = traffic.Begin,
            CountedFrom = question.From,
            Until = question.Until,
            TurnsAwayRefused = true,
        },
        cancel: cancel);

    private IEnumerable<SimulatedAgent> Staff(IReadOnlyList<AgentProfile> added, IReadOnlySet<string> without)
    {
        var recorded = traffic.Agents.ToDictionary(agent => agent.Id, StringComparer.Ordinal);
        var accepts = traffic.Agents.SelectMany(agent => agent.Habits).GroupBy(habit => habit.Key, StringComparer.Ordinal)
            .ToDictionary(channel => channel.Key, channel => new OfferHabit([.. channel.SelectMany(habit => habit.Value.AcceptMs)], [], 0), StringComparer.Ordinal);
        long? backAfter = BackAfterMs(traffic.Agents.SelectMany(agent => agent.AwayMissedMs).ToList());
        var profiles = question.Profiles.Where(profile => added.All(a => a.Id != profile.Id)).Select(profile => (Profile: profile, IsAdded: false))
            .Concat(added.Select(profile => (Profile: profile, IsAdded: true)))
            .Where(one => !without.Contains(one.Profile.Id));
        foreach (var (profile, isAdded) in profiles)
        {
            var was = recorded.GetValueOrDefault(profile.Id);
            var shifts = was is { AtWork: { Count: > 0 } own } ? own : isAdded ? WheneverAnybodyWas() : [];
            // Registered all the same: who can be served at all is asked of profiles.
            yield return new SimulatedAgent(profile, shifts)
            {
                Offers = new OfferHabits(was?.Habits ?? NoHabits, accepts, BackAfterMs(was?.AwayMissedMs ?? []) ?? backAfter, profile.Id, Seed),
            };
        }
    }

    // Who never came back himself comes back as others did.
    private static long? BackAfterMs(IReadOnlyList<long> away) => away.Count > 0 ? (long)away.Average() : null;

    private IReadOnlyList<Shift> WheneverAnybodyWas()
    {
        var all = traffic.Agents.SelectMany(agent => agent.AtWork).ToList();
        return all.Count == 0 ? [new Shift(question.From, Shift.Forever)] : [new Shift(all.Min(s => s.Start), all.Max(s => s.End))];
    }
}
