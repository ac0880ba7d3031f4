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
        new(
            "lets the second accept of an offer to several win too",
            "Transitions/AcceptOffer.cs",
            "others = Broadcasting.Win(state, ticket, agent);",
            "others = [];\n            ticket.Broadcast = ticket.Broadcast.Without(agent);\n            ticket.Agent = agent;"),
        new("blames one agent when several have not answered", "Transitions/ExpireOffer.cs", "{ MadeTo: > 1 }", "{ MadeTo: > 9 }"),
        new(
            "lets a ticket wait for one agent without an end",
            "Transitions/PersonalWaits.cs",
            "wanted.Until > 0 ? wanted.Until : state.Now + PatienceMs(state, ticket)",
            "long.MaxValue"),
        new("lets one more wait than the limit says", "Transitions/Limits.cs", "waiting >= limits.Waiting", "waiting > limits.Waiting"),
        new("counts closed hours into due times of deferred channels", "Transitions/Queueing.cs", "calendar.After(ticket.EnteredAt, target)", "ticket.EnteredAt + target"),
        new("loses the due time of a ticket that is handed over", "Transitions/TransferTicket.cs", "EntryCause.Transferred, latestDue: ticket.DueAt", "EntryCause.Transferred"),
        new("gives more than one ticket for one take", "Transitions/Dispatch.cs", "        Credits.Close(state, agent);\n", ""),
        new("leaves an expedited ticket at its old place", "Transitions/Queueing.cs", "ticket.IsExpedited = isExpedited;", "ticket.IsExpedited = false;"),
        new("gives work to an agent who rests", "State/Agent.cs", "HasLiveSession && TakesNow && !IsLeaving && !IsResting", "HasLiveSession && TakesNow && !IsLeaving"),
        new("gives work to an agent who is drained", "State/Agent.cs", "value.NextPresence != Presence.Unspecified || value.SigningOut || value.Draining", "value.NextPresence != Presence.Unspecified || value.SigningOut"),
        new("leaves a ticket with who joined it after its owner's assignment ended", "Transitions/Participants.cs", "foreach (var participant in ticket.Participants)", "foreach (var participant in ticket.Participants.Take(0))"),
        new("loses the place of a customer who calls in before he is called back", "Transitions/CallBacks.cs", "latestDue = Math.Min(latestDue, kept.DueAt);", "latestDue = long.MaxValue;"),
        new("lets a ticket expire that an agent had", "State/Ticket.cs", "TimeToLiveMs > 0 && !WasAssignedBefore", "TimeToLiveMs > 0"),
        new("keeps one idle agent too few free", "State/Reserve.cs", "Free.Count <= least", "Free.Count < least"),
        new(
            "passes a closed queue by and forgets where its tickets overflow to",
            "Transitions/Admission.cs",
            "calendar!.WhenClosed",
            "Router.Engine.Policies.OverflowRule.WaitForOpening"),
        new(
            "asks the queue for a consult in its first step alone",
            "Transitions/ConsultSearch.cs",
            "like.Step < like.Plan.Steps.Length; like.Step++",
            "like.Step < 1; like.Step++"),
        new("loses the due time of a ticket that nobody could serve", "Transitions/Fallback.cs", "EntryCause.Overflowed, latestDue: ticket.DueAt", "EntryCause.Overflowed"),
        new("asks all that a ticket asked, also where it is only because nobody could serve it", "Transitions/Fallback.cs", " with { IsWaived = true }", ""),
    ];
}
