using Router.Engine.Agents;
using Router.Engine.Queries;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Checks;

/// <summary>What is told of a ticket is counted once more, agent by agent and ticket by ticket.</summary>
internal static class ExplainCheck
{
    public static void Run(Snapshot now)
    {
        var engine = now.Moment.Engine;
        Broken.If(now.Moment.Saved.Closed.Keys.Any(id => engine.Explain(id) is not null), "A closed ticket is explained as an open one.");
        foreach (var ticket in now.Tickets)
        {
            var agent = now.Agents.Count == 0 ? null : now.Agents[(int)(ticket.Counter % now.Agents.Count)];
            var told = engine.Explain(ticket.Id, agent?.Profile.Id ?? "")!;
            Steps(now, ticket, told);
            Ahead(now, ticket, told);
            if (agent is not null)
            {
                Same($"{ticket.Id} and {agent.Profile.Id}", WhyNotOf(now, ticket, agent), told.Agent!.WhyNot);
                Broken.If(now.IsSettled && told.Agent.Until != 0 && told.Agent.Until < now.Now, $"{agent.Profile.Id} is kept from {ticket.Id} until {told.Agent.Until}, which is over.");
            }
        }
    }

    private static void Steps(Snapshot now, TicketRecord ticket, Explanation told)
    {
        Broken.If(told.Steps.Count != ticket.Steps.Count, $"{ticket.Id} has {ticket.Steps.Count} steps, told {told.Steps.Count}.");
        for (var i = 0; i < ticket.Steps.Count; i++)
        {
            var step = told.Steps[i];
            var registered = now.Agents.Where(a => Rulebook.Serves(now.Policy, a.Profile, ticket, i + 1)).ToList();
            var counted = registered.Where(a => a.SessionId.Length > 0)
                .CountBy(a => Rulebook.Serves(now.Policy, Rulebook.InSession(a), ticket, i + 1) ? Kept(now, ticket, a) : Keeps.Away)
                .ToDictionary();
            Same(
                $"{ticket.Id}, step {i}",
                [registered.Count, counted.Values.Sum(), .. Enum.GetValues<Keeps>().Select(k => counted.GetValueOrDefault(k))],
                [step.Registered, step.SignedIn, step.Away, step.Resting, step.AtCapacity, step.CoolingDown, step.Held, step.Reserved, step.Draining, step.SessionLost, step.Eligible]);
            Broken.If(now.IsSettled && ticket.State == TicketState.Queued && step is { IsOpen: true, Eligible: > 0 }, $"{ticket.Id}, step {i}: {step.Eligible} free.");
            Broken.If(step.IsOpen != (ticket.EnteredAt > 0 && i <= ticket.Step && ticket.WantedUntil == 0), $"{ticket.Id}, step {i} is told to be {step.IsOpen}.");
        }
    }

    private static Keeps Kept(Snapshot now, TicketRecord ticket, AgentRecord agent)
    {
        var takesChannel = Rulebook.TakesChannel(agent, ticket.Content.Channel);
        return agent switch
        {
            _ when !Rulebook.TakesNow(agent) || !takesChannel => Keeps.Away,
            _ when Rulebook.IsResting(agent) => Keeps.Resting,
            _ when !HasRoom(now, ticket, agent) => Keeps.AtCapacity,
            _ when IsCooling(now, ticket, agent) => Keeps.CoolingDown,
            _ when Rulebook.IsHeldAgainst(now, agent.Profile.Id, ticket) => Keeps.Held,
            _ when ReserveRule.Keeps(now, agent, ticket) => Keeps.Reserved,
            _ when Rulebook.IsLeaving(agent) => Keeps.Draining,
            _ when agent.GoneSince > 0 => Keeps.SessionLost,
            _ => Keeps.Nothing,
        };
    }

    private static void Ahead(Snapshot now, TicketRecord ticket, Explanation told)
    {
        var ahead = ticket.State != TicketState.Queued ? [] : now.Queued.Where(o => GoesBefore(now, o, ticket) && now.Agents.Any(a => Serve(a, o, ticket)))
            .OrderByDescending(o => Rulebook.IsLive(now.Policy, o)).ThenByDescending(o => o.IsExpedited).ThenBy(o => o.DueAt).ThenBy(o => o.Counter).ToList();
        Broken.If(told.AheadCount != ahead.Count, $"{ahead.Count} go before {ticket.Id}, told {told.AheadCount}.");
        Same($"Before {ticket.Id}", ahead.Take(10).Select(o => o.Id), told.Ahead.Select(o => o.TicketId));

        bool Serve(AgentRecord agent, params TicketRecord[] both) => both.All(t => Rulebook.ServesNow(now.Policy, agent, t));
    }

    private static List<WhyNot> WhyNotOf(Snapshot now, TicketRecord ticket, AgentRecord agent)
    {
        if (Rulebook.Holders(ticket).Contains(agent.Profile.Id) || ticket.PeerOffer?.AgentId == agent.Profile.Id || ticket.Participants.Any(p => p.AgentId == agent.Profile.Id))
        {
            return [WhyNot.HasIt];
        }

        var channel = Rulebook.Channel(now.Policy, ticket.Content.Channel);
        var live = now.InHand(agent.Profile.Id).Where(t => Rulebook.IsLive(now.Policy, t)).ToList();
        var isApart = live.Count > 0 && (channel.Interruptible || channel.Exclusive || live.Exists(t => Rulebook.IsExclusive(now.Policy, t)));
        var isFull = !HasRoom(now, ticket, agent);
        var takesChannel = Rulebook.TakesChannel(agent, channel.Name);
        var isSignedIn = agent.SessionId.Length > 0;
        var isLeaving = Rulebook.IsLeaving(agent);
        var serves = Rulebook.ServesNow(now.Policy, agent, ticket);
        var reasons = serves ? []
            : ticket.WantedUntil > 0 ? [WhyNot.AwaitsAnother]
            : Rulebook.Serves(now.Policy, agent.Profile, ticket, ticket.Step + 1) ? [WhyNot.SessionLanguage]
            : Lacking(agent.Profile, ticket);
        Add(WhyNot.Channel, !takesChannel || Rulebook.Capacity(now.Policy, agent.Profile, channel.Name).Max == 0);
        Add(WhyNot.NotSignedIn, !isSignedIn);
        Add(WhyNot.SessionLost, isSignedIn && agent.GoneSince > 0);
        Add(WhyNot.Away, isSignedIn && !Rulebook.TakesNow(agent));
        Add(WhyNot.Draining, isSignedIn && Rulebook.TakesNow(agent) && isLeaving);
        Add(WhyNot.Resting, isSignedIn && Rulebook.IsResting(agent));
        Add(isApart ? WhyNot.LiveWork : WhyNot.Capacity, isFull);
        Add(WhyNot.CoolingDown, IsCooling(now, ticket, agent));
        Add(WhyNot.HeldForExclusive, Rulebook.IsHeldAgainst(now, agent.Profile.Id, ticket));
        Add(WhyNot.Reserved, ReserveRule.Keeps(now, agent, ticket));
        Add(
            WhyNot.TicketAhead,
            ticket.State == TicketState.Queued && serves
            && now.Queued.Any(o => Rulebook.ServesNow(now.Policy, agent, o) && GoesBefore(now, o, ticket)));
        Add(WhyNot.AnotherAgent, Rulebook.Holders(ticket).Any());
        return reasons;

        void Add(WhyNot reason, bool holds)
        {
            if (holds)
            {
                reasons.Add(reason);
            }
        }
    }

    /// <summary>What he lacks for the open step for which he lacks least.</summary>
    private static List<WhyNot> Lacking(AgentProfile profile, TicketRecord ticket) =>
        ticket.Steps.Take(ticket.Step + 1).Select(s => Lacking(profile, s.Requirement).ToList()).OrderBy(l => l.Count).First();

    private static IEnumerable<WhyNot> Lacking(AgentProfile profile, Requirement asked)
    {
        if (!Rulebook.Meets(profile, new Requirement(asked.Queue, [], [])))
        {
            yield return WhyNot.Queue;
        }

        if (asked.Languages.Count > 0 && asked.Languages.All(l => Rulebook.LanguageLevel(profile, l.Tag) < l.MinLevel))
        {
            yield return WhyNot.Language;
        }

        if (asked.Skills.Any(s => profile.Skills.GetValueOrDefault(s.Name) < s.MinLevel))
        {
            yield return WhyNot.Skill;
        }
    }

    private static bool IsCooling(Snapshot now, TicketRecord ticket, AgentRecord agent) =>
        ticket.Cooldowns.Any(c => c.AgentId == agent.Profile.Id && c.Until > now.Now);

    private static bool GoesBefore(Snapshot now, TicketRecord other, TicketRecord ticket) =>
        Rulebook.IsLive(now.Policy, other) == Rulebook.IsLive(now.Policy, ticket)
            ? Rulebook.IsBefore(other, ticket)
            : Rulebook.IsLive(now.Policy, other);

    private static bool HasRoom(Snapshot now, TicketRecord ticket, AgentRecord agent) =>
        Rulebook.HasRoom(now.Policy, agent.Profile, [.. now.InHand(agent.Profile.Id)], ticket.Content.Channel);

    private static void Same<T>(string what, IEnumerable<T> counted, IEnumerable<T> told)
    {
        var (left, right) = (string.Join(' ', counted), string.Join(' ', told));
        Broken.If(left != right, $"{what}: counted {left}, told {right}.");
    }

    /// <summary>What keeps an agent from a ticket, in the order in which the contract counts.</summary>
    private enum Keeps
    {
        Away,
        Resting,
        AtCapacity,
        CoolingDown,
        Held,
        Reserved,
        Draining,
        SessionLost,
        Nothing,
    }
}
