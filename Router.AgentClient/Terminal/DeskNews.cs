using Router.AgentClient.State;
using Router.AgentClient.Terminal.Bidi;
using Router.V1;

namespace Router.AgentClient.Terminal;

/// <summary>What an update says to the agent, where he would not see it otherwise.</summary>
internal static class DeskNews
{
    public static Notice? Of(AgentDesk desk, AgentState before, AgentUpdate update) => update.Cause?.UpdateCase switch
    {
        WorkUpdate.UpdateOneofCase.OfferWithdrawn => Withdrawn(before, update.Cause.OfferWithdrawn),
        WorkUpdate.UpdateOneofCase.Assignment => Assigned(before, update.Cause.Assignment.Ticket),
        WorkUpdate.UpdateOneofCase.AssignmentChanged => ConsultNews.Of(before, update.Cause.AssignmentChanged.Assignment),
        WorkUpdate.UpdateOneofCase.AssignmentEnded => Ended(before, update.Cause.AssignmentEnded),
        WorkUpdate.UpdateOneofCase.WrapUp when update.Cause.WrapUp.EndedBy != EndedBy.Agent =>
            News($"{Name(update.State, update.Cause.WrapUp.TicketId)} is gone: wrap up."),
        WorkUpdate.UpdateOneofCase.Completed => Completed(before, update.Cause.Completed),
        WorkUpdate.UpdateOneofCase.PresenceChanged => PresenceSet(before.Presence, update.Cause.PresenceChanged.Presence),
        WorkUpdate.UpdateOneofCase.Message when desk.Selected?.TicketId != update.Cause.Message.TicketId && update.State != before =>
            News($"{Name(update.State, update.Cause.Message.TicketId)} has written."),
        _ => null,
    };

    private static Notice News(string text) => new(NoticeKind.News, text);

    private static Notice Problem(string text) => new(NoticeKind.Problem, text);

    private static string Name(AgentState state, string ticketId) =>
        state.InHand.FirstOrDefault(ticket => ticket.TicketId == ticketId) is { } known ? CustomerName.Of(known.Ticket) : "The customer";

    private static Notice? Withdrawn(AgentState before, OfferWithdrawn told)
    {
        if (before.FindOffer(told.TicketId, told.OfferNo) is not { } offer)
        {
            return null;
        }

        var name = CustomerName.Of(offer.Ticket);
        return told.Reason switch
        {
            OfferWithdrawal.Expired when told.Missed => Problem($"You missed {name}."),
            OfferWithdrawal.Expired => News($"The offer of {name} ran out."),
            OfferWithdrawal.Abandoned => News($"{name} left before you answered."),
            OfferWithdrawal.Cancelled or OfferWithdrawal.TicketExpired => News($"The ticket of {name} was taken out."),
            OfferWithdrawal.Taken => News($"Another agent was first with {name}."),
            OfferWithdrawal.Supervisor => News($"A supervisor took back the offer of {name}."),
            OfferWithdrawal.Capacity => News($"No room is left for {name}."),
            OfferWithdrawal.Outage => News($"The offer of {name} was taken back after an outage: nobody is blamed."),
            OfferWithdrawal.CalledOff when offer.Kind == OfferKind.Consult => News($"You are no longer asked to join with {name}."),
            OfferWithdrawal.CalledOff => News($"The hand-over of {name} was called off."),
            _ => News($"The offer of {name} was taken back."),
        };
    }

    private static Notice? Assigned(AgentState before, Ticket ticket) =>
        before.Offers.Any(offer => offer.Ticket.Id == ticket.Id) ? null : News($"New {ticket.Channel}: {CustomerName.Of(ticket)}.");

    private static Notice? Ended(AgentState before, AssignmentEnded told)
    {
        var name = Name(before, told.TicketId);
        return told.Reason switch
        {
            AssignmentEnd.SessionLost => Problem($"{name} went back to the queue: the connection was away too long."),
            AssignmentEnd.HandedBack => News($"{name} went back to the queue."),
            AssignmentEnd.Transferred => News($"{name} was handed over."),
            AssignmentEnd.CallBack => News($"{name} is called again later."),
            AssignmentEnd.Consult => News($"You are no longer with {name}."),
            AssignmentEnd.Parked => News($"{name} is parked."),
            AssignmentEnd.Supervisor => Problem($"A supervisor took {name} over."),
            _ => News($"{name} is no longer yours."),
        };
    }

    private static Notice Completed(AgentState before, Completed told)
    {
        var name = Name(before, told.TicketId);
        return told switch
        {
            { Forced: true } => Problem($"A supervisor completed {name}."),
            { Disposition: "none_given" } => Problem($"The wrap-up of {name} ran out without a disposition."),
            { Disposition.Length: > 0 } => News($"{name}: completed ({told.Disposition})."),
            _ => News($"{name}: completed."),
        };
    }

    private static Notice? PresenceSet(AgentPresence before, AgentPresence presence) => presence switch
    {
        { Draining: true, DrainedBy: not null } when !before.Draining => Problem($"A supervisor wants you to take nothing new{Because(presence.DrainWhy)}."),
        { Draining: false } when before is { Draining: true, DrainedBy: not null } => News("You take new work again."),
        { SetBy.Kind: ActorKind.System, AwayReason: "no_answer" } => Problem("You were set away, since you did not answer. Press p when you are back."),
        { SetBy.Kind: ActorKind.Supervisor or ActorKind.Admin } => Problem($"A supervisor changed your presence{Because(presence.Why)}."),
        _ => null,
    };

    private static string Because(string why) => why.Length == 0 ? "" : $": {SafeText.OneLine(why)}";
}
