namespace Router.Engine.Events;

/// <summary>What kind of thing became true. The numbers are stored: they never change their meaning.</summary>
public enum FactKind
{
    /// <summary>None: never held by a fact.</summary>
    Unspecified = 0,

    /// <summary><see cref="TicketScheduled"/>.</summary>
    TicketScheduled = 1,

    /// <summary><see cref="TicketEntered"/>.</summary>
    TicketEntered = 2,

    /// <summary><see cref="RoutabilityChanged"/>.</summary>
    RoutabilityChanged = 3,

    /// <summary><see cref="StepOpened"/>.</summary>
    StepOpened = 4,

    /// <summary><see cref="OfferMade"/>.</summary>
    OfferMade = 5,

    /// <summary><see cref="OfferEnded"/>.</summary>
    OfferEnded = 6,

    /// <summary><see cref="DeclinedOften"/>.</summary>
    DeclinedOften = 7,

    /// <summary><see cref="TicketAssigned"/>.</summary>
    TicketAssigned = 8,

    /// <summary><see cref="InteractionEnded"/>.</summary>
    InteractionEnded = 9,

    /// <summary><see cref="TicketCompleted"/>.</summary>
    TicketCompleted = 10,

    /// <summary><see cref="TicketRequeued"/>.</summary>
    TicketRequeued = 11,

    /// <summary><see cref="TicketLeft"/>.</summary>
    TicketLeft = 12,

    /// <summary><see cref="AgentHeld"/>.</summary>
    AgentHeld = 13,

    /// <summary><see cref="AgentReleased"/>.</summary>
    AgentReleased = 14,

    /// <summary><see cref="SessionStarted"/>.</summary>
    SessionStarted = 20,

    /// <summary><see cref="SessionLost"/>.</summary>
    SessionLost = 21,

    /// <summary><see cref="SessionResumed"/>.</summary>
    SessionResumed = 22,

    /// <summary><see cref="SessionEnded"/>.</summary>
    SessionEnded = 23,

    /// <summary><see cref="PresenceChanged"/>.</summary>
    PresenceChanged = 24,

    /// <summary><see cref="AgentChanged"/>.</summary>
    AgentChanged = 25,

    /// <summary><see cref="PolicyChanged"/>.</summary>
    PolicyChanged = 30,

    /// <summary><see cref="QueueStaffingChanged"/>.</summary>
    QueueStaffingChanged = 31,

    /// <summary><see cref="LaneLimitReached"/>.</summary>
    LaneLimitReached = 32,

    /// <summary><see cref="OwnerStarted"/>.</summary>
    OwnerStarted = 40,

    /// <summary><see cref="RelayReported"/>.</summary>
    RelayReported = 41,

    /// <summary><see cref="Events.HoldStarted"/>.</summary>
    HoldStarted = 50,

    /// <summary><see cref="Events.HoldEnded"/>.</summary>
    HoldEnded = 51,

    /// <summary><see cref="Events.WrapUpExtended"/>.</summary>
    WrapUpExtended = 52,

    /// <summary><see cref="Events.TicketParked"/>.</summary>
    TicketParked = 53,

    /// <summary><see cref="Events.TicketTransferred"/>.</summary>
    TicketTransferred = 54,

    /// <summary><see cref="Events.TicketReopened"/>.</summary>
    TicketReopened = 55,

    /// <summary><see cref="TicketChanged"/> of the queue.</summary>
    TicketMoved = 60,

    /// <summary><see cref="TicketChanged"/> of the priority.</summary>
    TicketReprioritised = 61,

    /// <summary><see cref="TicketChanged"/> of what is asked for.</summary>
    NeedsChanged = 62,

    /// <summary><see cref="Events.TicketOverflowed"/>.</summary>
    TicketOverflowed = 70,

    /// <summary><see cref="TicketChanged"/> by a policy that was published.</summary>
    PolicyApplied = 88,

    /// <summary><see cref="Events.AgentWanted"/>.</summary>
    AgentWanted = 75,

    /// <summary><see cref="Events.AgentNotAwaited"/>.</summary>
    AgentNotAwaited = 76,

    /// <summary><see cref="PeerOffered"/> to take over.</summary>
    HandoverOffered = 71,

    /// <summary><see cref="PeerOfferEnded"/> to take over.</summary>
    HandoverEnded = 72,

    /// <summary><see cref="Events.DrainChanged"/>.</summary>
    DrainChanged = 82,

    /// <summary><see cref="Events.TakeChanged"/>.</summary>
    TakeChanged = 83,

    /// <summary><see cref="Events.TicketExpedited"/>.</summary>
    TicketExpedited = 77,

    /// <summary><see cref="Events.TicketMarkedHard"/>.</summary>
    TicketMarkedHard = 84,

    /// <summary><see cref="Events.AgentRested"/>.</summary>
    AgentRested = 85,

    /// <summary><see cref="Events.FollowUpPlanned"/>.</summary>
    FollowUpPlanned = 89,

    /// <summary><see cref="Events.CallBackRequested"/>.</summary>
    CallBackRequested = 90,

    /// <summary><see cref="Events.CallBackAttempted"/>.</summary>
    CallBackAttempted = 91,

    /// <summary><see cref="Events.PromiseJudged"/>.</summary>
    PromiseJudged = 92,

    /// <summary><see cref="PeerOffered"/> to join.</summary>
    ConsultOffered = 93,

    /// <summary><see cref="PeerOfferEnded"/> to join.</summary>
    ConsultOfferEnded = 94,

    /// <summary><see cref="Events.ConsultStarted"/>.</summary>
    ConsultStarted = 95,

    /// <summary><see cref="Events.ConsultEnded"/>.</summary>
    ConsultEnded = 96,

    /// <summary><see cref="Events.ThresholdCrossed"/>.</summary>
    ThresholdCrossed = 120,

    /// <summary><see cref="Events.AlarmAcknowledged"/>.</summary>
    AlarmAcknowledged = 121,
}
