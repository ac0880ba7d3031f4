using Router.Engine.Events;
using Contract = Router.V1;

namespace Router.Server.Store.Envelopes;

/// <summary>Facts about tickets as events; how they end is <see cref="EndingEvents"/>'.</summary>
internal static class TicketEvents
{
    public static void Fill(Contract.Event envelope, TicketFact about)
    {
        switch (about)
        {
            case TicketScheduled fact:
                envelope.TicketScheduled = new()
                {
                    TicketId = fact.TicketId,
                    Source = fact.Content.Source,
                    Queue = fact.Content.Queue,
                    Channel = fact.Content.Channel,
                    ScheduledAt = ProtoTime.Time(fact.StartsAt),
                };
                break;
            case RoutabilityChanged { Unroutable: true } fact:
                envelope.TicketUnroutable = new() { TicketId = fact.TicketId, Queue = about.Content.Queue };
                break;
            case RoutabilityChanged fact:
                envelope.TicketRoutable = new() { TicketId = fact.TicketId, Queue = about.Content.Queue };
                break;
            case StepOpened fact:
                envelope.StepOpened = new() { TicketId = fact.TicketId, Queue = about.Content.Queue, Step = fact.Step };
                break;
            case TicketOverflowed fact:
                envelope.TicketOverflowed = new() { TicketId = fact.TicketId, FromQueue = fact.From, ToQueue = fact.To };
                break;
            case TicketChanged fact:
                envelope.TicketChanged = new()
                {
                    TicketId = fact.TicketId,
                    Queue = fact.Now.Queue,
                    Priority = fact.Now.Priority,
                    Languages = { fact.Now.Languages.Select(NeedsWire.Of) },
                    Skills = { fact.Now.Skills.Select(NeedsWire.Of) },
                    DueAt = ProtoTime.TimeOrNone(fact.DueAt),
                    By = ActorWire.Of(fact.By),
                };
                break;
            case DeclinedOften fact:
                envelope.ManyDeclines = new()
                {
                    TicketId = fact.TicketId,
                    Queue = about.Content.Queue,
                    Declines = fact.Declines,
                    Level = fact.Declines < 10 ? Contract.DeclineLevel.Many : Contract.DeclineLevel.Escalate,
                };
                break;
            case AgentHeld fact:
                envelope.AgentHeld = new() { TicketId = fact.TicketId, AgentId = fact.AgentId, Until = ProtoTime.Time(fact.EndsAt) };
                break;
            case AgentReleased fact:
                envelope.AgentReleased = new() { TicketId = fact.TicketId, AgentId = fact.AgentId };
                break;
            case AgentWanted fact:
                envelope.AgentWanted = new()
                {
                    TicketId = fact.TicketId,
                    AgentId = fact.AgentId,
                    Cause = (Contract.WantedCause)fact.Cause,
                    Until = ProtoTime.Time(fact.Until),
                };
                break;
            case AgentNotAwaited fact:
                envelope.AgentNotAwaited = new() { TicketId = fact.TicketId, AgentId = fact.AgentId };
                break;
            case TicketExpedited fact:
                envelope.TicketExpedited = new() { TicketId = fact.TicketId, Expedited = fact.IsExpedited };
                break;
            case PromiseJudged fact:
                envelope.PromiseJudged = new()
                {
                    TicketId = fact.TicketId,
                    Queue = fact.Content.Queue,
                    Kept = fact.Kept,
                    Promise = ProtoTime.Seconds(fact.PromiseSeconds),
                    Waited = fact.WaitedMs > 0 ? ProtoTime.Length(fact.WaitedMs) : null,
                };
                break;
            case OfferEnded or PeerOffered or PeerOfferEnded or TicketRequeued:
                OfferEvents.Fill(envelope, about);
                break;
            case CallBackRequested or CallBackAttempted or FollowUpPlanned:
                LaterEvents.Fill(envelope, about);
                break;
            case ConsultStarted or ConsultEnded:
                ConsultEvents.Fill(envelope, about);
                break;
            case HoldStarted or HoldEnded or WrapUpExtended or TicketMarkedHard or TicketParked or TicketTransferred or TicketReopened:
                WorkEvents.Fill(envelope, about);
                break;
            default:
                EndingEvents.Fill(envelope, about);
                break;
        }
    }
}
