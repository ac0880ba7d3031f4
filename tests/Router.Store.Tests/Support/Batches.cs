using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Store.Tests.Support;

/// <summary>Changes for tests to commit.</summary>
public static class Batches
{
    public const long Noon = 1_714_564_800_000;

    public static Changes Empty { get; } = new()
    {
        Meta = new MetaRecord { Now = Noon, Term = 1 },
        Facts = [],
        Tickets = [],
        Messages = [],
        Agents = [],
        DeletedAgents = [],
        WaitClasses = [],
    };

    public static TicketRecord Ticket(string id, TicketState state = TicketState.Queued, string queue = "service") => new()
    {
        Id = id,
        Counter = 1,
        Content = new TicketContent { Source = "phone", ExternalId = id, Channel = "call", Queue = queue },
        State = state,
        StateSince = Noon,
        Steps = [new RoutingStep(0, new Requirement(queue, [], []))],
        DueAt = Noon + 20_000,
    };

    public static Changes With(params TicketRecord[] tickets) => Empty with { Tickets = tickets };

    /// <summary>Versions of a policy that came into force one after the other, a second apart.</summary>
    public static Changes WithPolicies(params WorkspacePolicy[] policies) => Empty with
    {
        Policies = [.. policies.Select((policy, i) => new PublishedPolicy(policy, Noon + (i * 1_000), new Actor(ActorKind.Admin, "sue")))],
    };

    public static Changes WithFacts(long first, int count) =>
        Empty with { Facts = [.. Enumerable.Range(0, count).Select(i => Numbered(new LaneLimitReached("service", 10_000), first + i))] };

    /// <summary>Gives a fact the content of its ticket, which only the engine may give.</summary>
    public static T About<T>(TicketRecord ticket, T fact)
        where T : TicketFact
    {
        typeof(TicketFact).GetProperty(nameof(TicketFact.Content))!.SetValue(fact, ticket.Content);
        return fact;
    }

    /// <summary>Gives a fact the number and time that only the engine may give.</summary>
    public static T Numbered<T>(T fact, long number)
        where T : Fact
    {
        typeof(Fact).GetProperty(nameof(Fact.Number))!.SetValue(fact, number);
        typeof(Fact).GetProperty(nameof(Fact.At))!.SetValue(fact, Noon + number);
        return fact;
    }
}
