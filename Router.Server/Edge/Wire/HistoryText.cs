using Router.Engine.Events;
using Router.Server.Edge.Languages;

namespace Router.Server.Edge.Wire;

/// <summary>What happened to a ticket, in sentences for people.</summary>
internal static class HistoryText
{
    /// <summary>One entry as a sentence.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="nameOf">An agent's name by his id.</param>
    public static string Of(V1.HistoryEntry entry, Func<string, string> nameOf)
    {
        var agent = entry.AgentId.Length > 0 ? nameOf(entry.AgentId) : "";
        return entry.Action switch
        {
            V1.HistoryAction.Scheduled when entry.Code == TicketScheduled.UntilOpening => "Its queue was closed: it enters when that opens.",
            V1.HistoryAction.Overflowed when entry.Note.Length > 0 => $"Sent on from queue {entry.Code} to queue {entry.Queue}: nobody could ever serve it.",
            V1.HistoryAction.Overflowed => $"Queue {entry.Code} was closed or full: sent on to queue {entry.Queue}.",
            V1.HistoryAction.Scheduled when entry.Code.Length > 0 => $"Scheduled to follow ticket {entry.Code}{Because(entry.Note)}.",
            V1.HistoryAction.Scheduled => $"Scheduled{By(entry.Actor)}: it enters its queue later.",
            V1.HistoryAction.FollowUpPlanned when agent.Length == 0 => $"Ticket {entry.Code} is to follow it, as its queue has it.",
            V1.HistoryAction.FollowUpPlanned => $"{agent} has ticket {entry.Code} follow it{Because(entry.Note)}.",
            V1.HistoryAction.CallBackRequested when entry.Code == "keep_place" =>
                $"The customer is to be called back in his turn{By(entry.Actor)}.",
            V1.HistoryAction.CallBackRequested => $"The customer is to be called back at an agreed time{By(entry.Actor)}.",
            V1.HistoryAction.CallBackAttempted => $"{agent} called the customer back: {entry.Code.Replace('_', ' ')}.",
            V1.HistoryAction.Entered => $"Entered queue {entry.Queue}.",
            V1.HistoryAction.StepOpened => $"Waited long enough: step {entry.Code} opened it to more agents.",
            V1.HistoryAction.Offered => $"Offered to {agent} (offer {entry.OfferNo}).",
            V1.HistoryAction.Declined => $"{agent} declined offer {entry.OfferNo}{Because(entry.Note)}.",
            V1.HistoryAction.OfferExpired => $"{agent} did not answer offer {entry.OfferNo} in time.",
            V1.HistoryAction.OfferWithdrawn => $"Offer {entry.OfferNo} to {agent} was taken back: {Withdrawal(entry.Code)}.",
            V1.HistoryAction.Assigned when entry.Code.Length > 0 =>
                $"Given to {agent} out of turn{(entry.Code == HistoryWire.PastCapacity ? ", past his capacity," : "")}{By(entry.Actor)}{Because(entry.Note)}.",
            V1.HistoryAction.Moved => $"Moved from queue {entry.Code} to queue {entry.Queue}{By(entry.Actor)}{Because(entry.Note)}.",
            V1.HistoryAction.Reprioritised => $"Priority set to {entry.Code}{By(entry.Actor)}{Because(entry.Note)}.",
            V1.HistoryAction.RequirementChanged => $"What it asks for was changed{By(entry.Actor)}{Because(entry.Note)}.",
            V1.HistoryAction.PolicyApplied => $"Version {entry.Code} of the policy applies: its steps or its due time changed.",
            V1.HistoryAction.Assigned => $"{agent} has it (assignment {entry.AssignmentNo}).",
            V1.HistoryAction.Requeued => $"Came back from {agent} to its place: {Requeue(entry.Code)}.",
            V1.HistoryAction.InteractionEnded => $"Over with {agent}, ended {entry.Code.ToLowerInvariant()}; wrap-up began.",
            V1.HistoryAction.HoldStarted => $"{agent} put the customer on hold.",
            V1.HistoryAction.HoldEnded => $"{agent} came back from hold.",
            V1.HistoryAction.WrapUpExtended => $"{agent} asked for more time to wrap up.",
            V1.HistoryAction.MarkedHard => entry.Code.Length > 0 ? $"Hard work for {agent}, as it took so long." : $"{agent} says that it was hard.",
            V1.HistoryAction.Parked => $"{agent} put it aside{Because(entry.Note)}.",
            V1.HistoryAction.Unparked => $"Back in queue {entry.Queue} after it was put aside.",
            V1.HistoryAction.HandoverOffered => $"{nameOf(entry.Actor!.Id)} asks {agent} to take it over (offer {entry.OfferNo}).",
            V1.HistoryAction.HandoverEnded => $"{agent} does not take it over: {NotAccepted(entry.Code)}{Because(entry.Note)}.",
            V1.HistoryAction.ConsultOffered => $"{nameOf(entry.Actor!.Id)} asks {agent} to join (offer {entry.OfferNo}).",
            V1.HistoryAction.ConsultOfferEnded => $"{agent} does not join: {NotAccepted(entry.Code)}{Because(entry.Note)}.",
            V1.HistoryAction.ConsultStarted => $"{agent} joined.",
            V1.HistoryAction.ConsultEnded => ConsultEnded(agent, entry, nameOf),
            V1.HistoryAction.Transferred => $"{agent} handed it over to queue {entry.Queue}{Because(entry.Note)}.",
            V1.HistoryAction.Reopened => $"Reopened{By(entry.Actor)}{Because(entry.Note)}.",
            V1.HistoryAction.Completed => entry.Actor is null
                ? $"{agent} completed it{Disposition(entry.Code)}."
                : $"Completed for {agent}{By(entry.Actor)}{Disposition(entry.Code)}{Because(entry.Note)}.",
            V1.HistoryAction.Abandoned => "The customer left while waiting.",
            V1.HistoryAction.Cancelled => $"Taken out as {entry.Note}{By(entry.Actor)}.",
            V1.HistoryAction.Expired => "Expired: it had waited as long as it may.",
            V1.HistoryAction.Unroutable => "Unroutable: no registered agent could ever serve it.",
            V1.HistoryAction.Routable => "Routable again: a registered agent could serve it.",
            V1.HistoryAction.AgentHeld => $"{agent} is kept free for it: no new work beside what he has.",
            V1.HistoryAction.AgentReleased => $"{agent} is no longer kept free for it.",
            V1.HistoryAction.AgentWanted => $"Waits for {agent} alone for a while: {Sentences.All.Of().Of($"cause.{entry.Code}")}.",
            V1.HistoryAction.Expedited => entry.Code.Length > 0 ? "Expedited: it goes before all others for a while." : "No longer expedited.",
            V1.HistoryAction.PromiseJudged when entry.Code == PromiseJudged.WasKept => $"The wait promised at first was kept: {entry.Note} s.",
            V1.HistoryAction.PromiseJudged => $"It waited longer than the {entry.Note} s promised at first.",
            V1.HistoryAction.AgentNotAwaited => $"No longer waits for {agent} alone.",
            V1.HistoryAction.DeclinedOften => $"Declined {entry.Code} times so far.",
            _ => $"{entry.Action}{Because(entry.Note)}{By(entry.Actor)}.",
        };
    }

    private static string ConsultEnded(string agent, V1.HistoryEntry entry, Func<string, string> nameOf) => entry.Code switch
    {
        nameof(ConsultEnd.LetGo) => $"{nameOf(entry.Actor!.Id)} let {agent} go.",
        nameof(ConsultEnd.TookOver) when entry.Actor is { Id: var by } && by != entry.AgentId => $"{nameOf(by)} leaves it to {agent}, who had joined.",
        nameof(ConsultEnd.TookOver) => $"{agent}, who had joined, takes it over.",
        nameof(ConsultEnd.Inherited) => $"{agent}, who had joined, takes it over, as its owner is gone.",
        nameof(ConsultEnd.Stays) => $"{agent} stays to the end.",
        nameof(ConsultEnd.Over) => $"{agent} is free of it again.",
        nameof(ConsultEnd.SessionLost) => $"{agent} is no longer with it: his session was gone too long.",
        nameof(ConsultEnd.SignedOut) => $"{agent} is no longer with it: he signed out.",
        _ => $"{agent} left again.",
    };

    private static string NotAccepted(string end) => end switch
    {
        nameof(OfferEnd.Declined) => "he declined",
        nameof(OfferEnd.Missed) => "he did not answer in time",
        _ => Withdrawal(end),
    };

    private static string Withdrawal(string end) => end switch
    {
        nameof(OfferEnd.Abandoned) => "the customer left",
        nameof(OfferEnd.Cancelled) => "the ticket was taken out",
        nameof(OfferEnd.SessionLost) => "his session was lost",
        nameof(OfferEnd.SignedOut) => "he signed out",
        nameof(OfferEnd.PresenceChanged) => "he is no longer available",
        nameof(OfferEnd.ProfileChanged) => "his profile no longer serves it",
        nameof(OfferEnd.Supervisor) => "a supervisor moved the ticket",
        nameof(OfferEnd.CalledOff) => "it was called off",
        nameof(OfferEnd.Outage) => "the router was away",
        nameof(OfferEnd.Taken) => "another was first",
        nameof(OfferEnd.Capacity) => "other accepted work leaves no room for it",
        nameof(OfferEnd.Escalated) => "it was declined so often that others decide now",
        _ => end,
    };

    private static string Requeue(string cause) => cause switch
    {
        nameof(RequeueCause.SessionLost) => "his session was gone too long",
        nameof(RequeueCause.HandedBack) => "handed back at sign-out",
        _ => cause,
    };

    private static string Disposition(string code) => code switch
    {
        "" => "",
        "none_given" => "; no disposition was given in time",
        _ => $" as {code}",
    };

    private static string Because(string note) => note.Length == 0 ? "" : $": {note}";

    private static string By(V1.Actor? actor) => actor switch
    {
        null => "",
        { Id: "" } => $" by {KindOf(actor)}",
        _ => $" by {KindOf(actor)} {actor.Id}",
    };

    private static string KindOf(V1.Actor actor) => actor.Kind switch
    {
        V1.ActorKind.System => "the router",
        V1.ActorKind.Customer => "the customer",
        V1.ActorKind.Unspecified => "somebody",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
