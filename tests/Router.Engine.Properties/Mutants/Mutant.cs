namespace Router.Engine.Properties.Mutants;

/// <summary>One deliberate mistake in the engine.</summary>
/// <param name="Mistake">What the engine does wrong.</param>
/// <param name="File">The source file it is made in, relative to the engine's folder.</param>
/// <param name="Right">What stands there once.</param>
/// <param name="Wrong">What stands there instead.</param>
public sealed record Mutant(string Mistake, string File, string Right, string Wrong)
{
    /// <summary>No mistake at all.</summary>
    public static readonly Mutant None = new("does what it should", "WorkspaceEngine.cs", "public sealed class WorkspaceEngine", "public sealed class WorkspaceEngine");

    /// <summary>Before the silence of the properties is believed, each of these has to be found.</summary>
    public static IReadOnlyList<Mutant> All { get; } =
    [
        new("ignores that a ticket cools down for an agent", "Matching/Exclusions.cs", " && !ticket.IsCoolingFor(agent)", ""),
        new("lets an agent have one more of a channel than he may", "Matching/Readiness.cs", "load.Of(channel.Index) >= capacity.Max", "load.Of(channel.Index) > capacity.Max"),
        new(
            "puts a ticket that its owner lost at the tail",
            "Transitions/Assigning.cs",
            "        Queueing.Return(state, ticket);",
            "        ticket.DueAt = Math.Max(ticket.DueAt, state.Now);\n        Queueing.Return(state, ticket);"),
        new(
            "forgets to look for an agent when a step opens",
            "Transitions/TicketTime.cs",
            "Queueing.PutInLane(state, ticket);\n            Dispatch.Place(state, ticket);",
            "Queueing.PutInLane(state, ticket);"),
        new(
            "gives an agent the ticket of his lanes that is due last",
            "Matching/TicketSearch.cs",
            "ticket.Key.CompareTo(first.Key) < 0))",
            "ticket.Key.CompareTo(first.Key) > 0))"),
        new("gives a held agent what is due later", "Matching/Exclusions.cs", "awaited.Key.CompareTo(ticket.Key) < 0", "awaited.Key.CompareTo(ticket.Key) > 0"),
        new(
            "leaves offers with an agent who went away",
            "Transitions/Presences.cs",
            "return presence == Presence.Available ? [] : Offering.TakeBack(state, agent, OfferEnd.PresenceChanged);",
            "return [];"),
        new(
            "counts an outage against agents",
            "Deadlines/AgentDeadline.cs",
            "Math.Max(agent.GraceUntil, agent.GoneSince + state.RealSeconds(ticket.Channel.Policy.GraceSeconds))",
            "agent.GoneSince + state.RealSeconds(ticket.Channel.Policy.GraceSeconds)"),
        new("accepts by the number of an earlier offer", "Transitions/OfferCheck.cs", "ticket.State == TicketState.Offered && offerNo == ticket.OfferNo", "ticket.State == TicketState.Offered"),
        new("does not mark what a supervisor assigns past capacity", "Transitions/AssignBySupervisor.cs", "past.Add(ticket);", "past.Remove(ticket);"),
    ];
}
