using System.Collections.Immutable;
using Router.V1;

namespace Router.AgentClient.State;

/// <summary>A ticket that this agent has: assigned, or wrapping up.</summary>
/// <param name="Ticket">The ticket as last told. Not to be changed.</param>
/// <param name="AssignmentNo">Names the assignment in requests.</param>
/// <param name="AssignedAt">When it became his, server time.</param>
public sealed record TicketInHand(Ticket Ticket, int AssignmentNo, DateTimeOffset AssignedAt)
{
    /// <summary>The ticket's id.</summary>
    public string TicketId => Ticket.Id;

    /// <summary>Set once the interaction is over.</summary>
    public WrapUp? WrapUp { get; init; }

    /// <summary>He joined by consult: he is not its owner, and all but leaving it is refused.</summary>
    public bool IsParticipant { get; init; }

    /// <summary>Whom he has asked to take it over; null where nobody was.</summary>
    public OpenOffer? Handover => Ticket.Assignment?.Handover;

    /// <summary>Whom its owner has asked to join; null where nobody is.</summary>
    public OpenOffer? Consult => Ticket.Assignment?.Consult;

    /// <summary>Who has joined its owner, first come first.</summary>
    public IReadOnlyList<string> Participants => Ticket.Assignment?.Participants ?? [];

    /// <summary>Those of them who stay to the end.</summary>
    public IReadOnlyList<string> Staying => Ticket.Assignment?.Staying ?? [];

    /// <summary>The customer is on hold.</summary>
    public bool IsOnHold { get; init; }

    /// <summary>Given past his capacity, by a supervisor.</summary>
    public bool IsPastCapacity { get; init; }

    /// <summary>The customer is to be called back, and what came of it was not told since the ticket became his.</summary>
    public bool AwaitsCallBack => WrapUp is null && Ticket.CallBack is { } wish && !wish.Attempts.Any(a => a.Time?.ToDateTimeOffset() >= AssignedAt);

    /// <summary>Note of the transfer that brought it, or empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Oldest first, up to when it became his.</summary>
    public ImmutableArray<HistoryEntry> History { get; init; } = [];

    /// <summary>The newest messages, his own included.</summary>
    public Conversation Conversation { get; init; } = Conversation.Empty;

    internal static TicketInHand Of(Assignment told) =>
        new TicketInHand(told.Ticket, told.AssignmentNo, told.AssignedAt?.ToDateTimeOffset() ?? DateTimeOffset.UnixEpoch)
        {
            History = [.. told.History],
            Conversation = Conversation.Empty.With(told.Conversation),
        }.ChangedTo(told);

    /// <summary>What a change tells; it leaves out history and conversation.</summary>
    internal TicketInHand ChangedTo(Assignment told) => this with
    {
        Ticket = told.Ticket,
        AssignmentNo = told.AssignmentNo,
        IsParticipant = told.Participant,
        IsOnHold = told.OnHold,
        IsPastCapacity = told.PastCapacity,
        Note = told.Note,
        WrapUp = told.Ticket.State == TicketState.WrappingUp
            ? (WrapUp ?? new WrapUp((DateTimeOffset?)null)) with { Until = told.WrapUpUntil?.ToDateTimeOffset(), Extended = told.WrapUpExtended }
            : null,
    };
}
