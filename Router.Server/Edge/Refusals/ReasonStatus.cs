using Grpc.Core;
using Router.Engine;

namespace Router.Server.Edge.Refusals;

/// <summary>Which gRPC status a reason is told by: the one place where the two meet. The list and its meaning are <c>reasons.proto</c>.</summary>
internal static class ReasonStatus
{
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(1);

    /// <summary>The status of a reason.</summary>
    /// <param name="reason">Why something was refused.</param>
    /// <exception cref="ArgumentOutOfRangeException">A reason without a status.</exception>
    public static StatusCode CodeOf(Reason reason) => reason switch
    {
        Reason.NotImplemented => StatusCode.Unimplemented,
        Reason.Internal => StatusCode.Internal,

        Reason.InvalidRequest or Reason.EmptyId or Reason.TooLarge or Reason.InvalidLanguage or Reason.LevelOutOfRange
            or Reason.PriorityOutOfRange or Reason.ScheduleOutOfRange or Reason.OutOfRange => StatusCode.InvalidArgument,

        Reason.UnknownQueue or Reason.UnknownAgent or Reason.UnknownTicket or Reason.UnknownWorkspace
            or Reason.UnknownVersion or Reason.UnknownAlarm or Reason.OfferUnknown => StatusCode.NotFound,

        Reason.UnknownSkill or Reason.UnknownChannel or Reason.ChannelNotTaken or Reason.UnknownDisposition
            or Reason.UnknownAwayReason or Reason.UnknownSegment or Reason.UnknownSelection
            or Reason.WiderThanProfile => StatusCode.InvalidArgument,

        Reason.DifferentContent or Reason.RequestIdReused or Reason.WorkspaceExists
            or Reason.SessionExists => StatusCode.AlreadyExists,

        Reason.VersionConflict or Reason.SessionTakenOver => StatusCode.Aborted,

        Reason.InUse or Reason.NoSession or Reason.AlreadySignedIn or Reason.WorkInHand or Reason.OfferExpired
            or Reason.OfferWithdrawn or Reason.OfferAnswered or Reason.StaleAssignment or Reason.WrongState
            or Reason.Capacity or Reason.DispositionRequired or Reason.AlreadyExtended
            or Reason.QueueClosed => StatusCode.FailedPrecondition,

        Reason.NotYourOffer or Reason.NotYourAssignment or Reason.NotAllowed => StatusCode.PermissionDenied,

        Reason.QueueFull or Reason.Overloaded or Reason.StreamTooSlow => StatusCode.ResourceExhausted,

        Reason.NotAuthenticated => StatusCode.Unauthenticated,

        Reason.OutcomeUnknown or Reason.StoreUnavailable or Reason.ShuttingDown => StatusCode.Unavailable,

        Reason.PositionTrimmed or Reason.PositionUnknown => StatusCode.OutOfRange,

        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A refusal needs a reason that has a status."),
    };

    /// <summary>When repeating the same request may help if nothing more is known: zero is at once, null is never by itself.</summary>
    /// <param name="reason">Why it was refused.</param>
    public static TimeSpan? RetryAfter(Reason reason) => reason switch
    {
        Reason.QueueClosed or Reason.QueueFull or Reason.Overloaded or Reason.StoreUnavailable => Later,
        Reason.Internal or Reason.StreamTooSlow or Reason.OutcomeUnknown or Reason.ShuttingDown => TimeSpan.Zero,
        _ => null,
    };
}
