namespace Router.Engine;

/// <summary>Why something was refused: the same list as <c>router.v1.Reason</c>, whose comments are the reference.</summary>
public enum Reason
{
    /// <summary>No refusal.</summary>
    Unspecified = 0,

    /// <summary>The contract has it, this server does not serve it.</summary>
    NotImplemented = 1,

    /// <summary>A mistake of the router itself; the message holds an id to look for in its log.</summary>
    Internal = 2,

    /// <summary>A field is malformed or missing and no reason below says it better.</summary>
    InvalidRequest = 10,

    /// <summary>A required id or name is empty.</summary>
    EmptyId = 11,

    /// <summary>A text, list or map is over its limit; metadata <c>limit</c> and <c>actual</c>.</summary>
    TooLarge = 12,

    /// <summary>Not a well-formed BCP 47 language tag.</summary>
    InvalidLanguage = 13,

    /// <summary>A skill or language level outside 1 to 5.</summary>
    LevelOutOfRange = 14,

    /// <summary>A priority outside 0 to 9.</summary>
    PriorityOutOfRange = 15,

    /// <summary>A scheduled time in the past or more than a year ahead.</summary>
    ScheduleOutOfRange = 16,

    /// <summary>A duration or another number outside the range its field allows.</summary>
    OutOfRange = 17,

    /// <summary>The workspace has no queue of this name.</summary>
    UnknownQueue = 20,

    /// <summary>The workspace's list of skills does not have this one.</summary>
    UnknownSkill = 21,

    /// <summary>No profile with this agent id.</summary>
    UnknownAgent = 22,

    /// <summary>No ticket with this id, or none that the caller may see.</summary>
    UnknownTicket = 23,

    /// <summary>The workspace's policy has no channel of this name.</summary>
    UnknownChannel = 24,

    /// <summary>The queue does not take this channel.</summary>
    ChannelNotTaken = 25,

    /// <summary>The queue's list of dispositions does not have this code.</summary>
    UnknownDisposition = 26,

    /// <summary>The workspace's list of away reasons does not have this code.</summary>
    UnknownAwayReason = 27,

    /// <summary>The workspace's list of segments does not have this one.</summary>
    UnknownSegment = 28,

    /// <summary>No selection strategy of this name.</summary>
    UnknownSelection = 29,

    /// <summary>No workspace of this id.</summary>
    UnknownWorkspace = 30,

    /// <summary>This policy version was never published.</summary>
    UnknownVersion = 31,

    /// <summary>This alarm is not up.</summary>
    UnknownAlarm = 32,

    /// <summary>The same <c>source</c> + <c>external_id</c> was submitted before with other content; metadata <c>ticket_id</c> and <c>differs</c> (field groups, comma separated).</summary>
    DifferentContent = 40,

    /// <summary>This <c>request_id</c> was used before, within 10 minutes, for another request.</summary>
    RequestIdReused = 41,

    /// <summary>The policy is no longer at the <c>expected_version</c>; metadata <c>version</c> has the present one.</summary>
    VersionConflict = 42,

    /// <summary>A workspace of this id exists.</summary>
    WorkspaceExists = 43,

    /// <summary>It cannot be deleted: something still uses it (tickets in a queue, a skill in a queue's steps).</summary>
    InUse = 44,

    /// <summary>The agent has a session; sign in with <c>take_over</c>, or resume it by its id.</summary>
    SessionExists = 50,

    /// <summary>The stream is not signed in; the first request must be <c>sign_in</c>.</summary>
    NoSession = 51,

    /// <summary>The stream is signed in already.</summary>
    AlreadySignedIn = 52,

    /// <summary>Another sign-in with <c>take_over</c> ended this session.</summary>
    SessionTakenOver = 53,

    /// <summary>Signing out with work in hand: say what becomes of it.</summary>
    WorkInHand = 54,

    /// <summary>The sign-in names a channel or language that the profile does not have: a session may narrow its profile, never widen it.</summary>
    WiderThanProfile = 55,

    /// <summary>The ticket never had an offer of this number.</summary>
    OfferUnknown = 60,

    /// <summary>The offer's time to live had passed.</summary>
    OfferExpired = 61,

    /// <summary>The offer was taken back: the customer left, another agent was first, a supervisor's move, an outage.</summary>
    OfferWithdrawn = 62,

    /// <summary>The offer was made to another agent.</summary>
    NotYourOffer = 63,

    /// <summary>The offer was accepted or declined before.</summary>
    OfferAnswered = 64,

    /// <summary>The ticket is not assigned to this agent.</summary>
    NotYourAssignment = 65,

    /// <summary>The ticket's assignment of this number is over.</summary>
    StaleAssignment = 66,

    /// <summary>The ticket's state does not allow this (docs/states.md); metadata <c>state</c> has the present one.</summary>
    WrongState = 67,

    /// <summary>It no longer fits into the agent's capacity.</summary>
    Capacity = 68,

    /// <summary>The queue asks for a disposition and none was given.</summary>
    DispositionRequired = 69,

    /// <summary>Wrap-up was extended once already.</summary>
    AlreadyExtended = 70,

    /// <summary>The queue is closed and its policy refuses; metadata <c>opens_at</c>.</summary>
    QueueClosed = 80,

    /// <summary>The queue's limit for this channel is reached and its policy refuses.</summary>
    QueueFull = 81,

    /// <summary>Too much waits to be written (submits alone are refused for this).</summary>
    Overloaded = 82,

    /// <summary>The reader of a stream was too slow and the stream was closed.</summary>
    StreamTooSlow = 83,

    /// <summary>No valid token.</summary>
    NotAuthenticated = 90,

    /// <summary>The caller's role, workspace, source or agent id does not allow this.</summary>
    NotAllowed = 91,

    /// <summary>The request may have been done or not.</summary>
    OutcomeUnknown = 100,

    /// <summary>Nothing was done: the store did not answer, or this server does not own the workspace now.</summary>
    StoreUnavailable = 101,

    /// <summary>Nothing was done: the server is stopping.</summary>
    ShuttingDown = 102,

    /// <summary>Events below what is kept were asked for; metadata <c>oldest</c> and <c>newest</c> as <c>term:number</c>.</summary>
    PositionTrimmed = 110,

    /// <summary>There is no such position: it lies ahead, or the store has lost writes and the number now belongs to another term; metadata as above.</summary>
    PositionUnknown = 111,
}
