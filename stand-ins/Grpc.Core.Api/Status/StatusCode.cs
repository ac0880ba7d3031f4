namespace Grpc.Core;

/// <summary>The result of a call, numbered as on the wire (grpc-status).</summary>
public enum StatusCode
{
    /// <summary>The call succeeded.</summary>
    OK = 0,

    /// <summary>The call was cancelled, usually by the caller.</summary>
    Cancelled = 1,

    /// <summary>The reason is not known.</summary>
    Unknown = 2,

    /// <summary>The request is wrong whatever the state of the system.</summary>
    InvalidArgument = 3,

    /// <summary>The deadline passed before the call ended; its effect is unknown.</summary>
    DeadlineExceeded = 4,

    /// <summary>What was asked for does not exist.</summary>
    NotFound = 5,

    /// <summary>What was to be created exists already.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>A quota or a resource is used up.</summary>
    ResourceExhausted = 8,

    /// <summary>The state of the system does not allow this now.</summary>
    FailedPrecondition = 9,

    /// <summary>A conflict with another call ended this one.</summary>
    Aborted = 10,

    /// <summary>The request lies outside what is valid at present.</summary>
    OutOfRange = 11,

    /// <summary>The method does not exist here.</summary>
    Unimplemented = 12,

    /// <summary>An invariant is broken.</summary>
    Internal = 13,

    /// <summary>The service cannot be reached for now.</summary>
    Unavailable = 14,

    /// <summary>Data is lost or damaged for good.</summary>
    DataLoss = 15,

    /// <summary>The caller is not known.</summary>
    Unauthenticated = 16,
}
