using Router.Engine.Agents;
using Router.Engine.Events;
using Router.Engine.Tickets;

namespace Router.Server.Tests.WhatIf;

/// <summary>When agents were at work and busy by the events of a run, against what the engine says of them meanwhile.</summary>
public sealed class AtWorkRunTests
{
    private const int Seeds = 8;
    private const int Moments = 1_000;

    [Fact]
    public void Whatever_agents_do_they_are_at_work_and_busy_by_the_events_when_the_engine_says_so()
    {
        var ends = new HashSet<string>();
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var day = new RecordedDay(seed);
            var seen = Play(day);
            var told = day.Book.Close(day.Now).ToDictionary(agent => agent.Id, agent => agent.Times);
            Assert.All(seen, s =>
            {
                var time = told.GetValueOrDefault(s.AgentId, []).SingleOrDefault(t => t.Begin <= s.From && s.Until <= t.End);
                Assert.Equal(s, s with { IsThere = time.IsThere, IsBusy = time.IsBusy });
            });
            ends.UnionWith(day.Ends);
        }

        // All that ends an assignment came about.
        Assert.Superset(
            new HashSet<string> { nameof(TicketCompleted), nameof(TicketTransferred), nameof(TicketParked), nameof(TicketRequeued), nameof(CallBackAttempted) },
            ends);
    }

    private static List<Seen> Play(RecordedDay day)
    {
        var seen = new List<Seen>();
        for (var i = 0; i < Moments; i++)
        {
            day.DoSomething();
            var now = RecordedDay.Agents.Select(id => new Seen(id, day.Now, day.Now, IsThere(day, id), IsBusy(day, id))).ToList();
            day.PassTime();
            seen.AddRange(now.Select(s => s with { Until = day.Now }));
        }

        return seen;
    }

    private static bool IsBusy(RecordedDay day, string agentId) =>
        day.Engine.Agent(agentId)!.Tickets.Any(t => t.State is TicketState.Assigned or TicketState.WrappingUp);

    private static bool IsThere(RecordedDay day, string agentId) => day.Engine.Agent(agentId)!.Record is
    {
        SessionId.Length: > 0, GoneSince: 0, Presence: Presence.Available or Presence.OnDemand, NextPresence: Presence.Unspecified, Draining: false,
    };

    private readonly record struct Seen(string AgentId, long From, long Until, bool IsThere, bool IsBusy);
}
