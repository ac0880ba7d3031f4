using Router.Engine.Collections;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Tickets;

namespace Router.Engine.State;

/// <summary>An open ticket. What of it is saved is <see cref="Records.TicketRecord"/>.</summary>
internal sealed class Ticket(string id, long counter, TicketContent content) : Deadlined
{
    /// <summary>Declines at which supervisors are told.</summary>
    public const int ManyDeclines = 3;

    private TicketHistory _history;

    public string Id { get; private set; } = id;

    /// <summary>Counts over the workspace's whole life: the order of ids.</summary>
    public long Counter { get; private set; } = counter;

    /// <summary>What it asks for now: as it was submitted, until it is handed over.</summary>
    public TicketContent Content { get; set; } = content;

    /// <summary>The queue in which it is, as <see cref="Content"/> has it, which need not be fetched from memory for it.</summary>
    public string Queue => WaitClass.Queue;

    /// <summary>That queue's rules in force.</summary>
    public QueuePolicy Rules => WaitClass.Rules!;

    public required ChannelSlot Channel { get; set; }

    /// <summary>The plan it entered its queue with: its steps and their lanes.</summary>
    public required RoutingPlan Plan { get; set; }

    public required WaitClass WaitClass { get; set; }

    public TicketState State { get; set; }

    public long StateSince { get; set; }

    public long CreatedAt { get; set; }

    /// <summary>When it entered the queue; 0 while scheduled.</summary>
    public long EnteredAt { get; set; }

    public long StartsAt
    {
        get => Detours?.StartsAt ?? 0;
        set => OwnIf(value != StartsAt)?.StartsAt = value;
    }

    /// <summary>It is scheduled for when its queue opens, since that was closed when it came.</summary>
    public bool WaitsForOpening
    {
        get => Detours?.WaitsForOpening ?? false;
        set => OwnIf(value != WaitsForOpening)?.WaitsForOpening = value;
    }

    public long TimeToLiveMs { get; set; }

    public long HeadStartMs { get; set; }

    public long DueAt { get; set; }

    /// <summary>The one agent that it waits for, or will when it is back in its queue; null for most.</summary>
    public WantedAgent? Wanted
    {
        get => Detours?.Wanted;
        set => OwnIf(value != Wanted)?.Wanted = value;
    }

    /// <summary>The last step that has opened.</summary>
    public int Step { get; set; }

    public bool Unroutable
    {
        get => Detours?.Unroutable ?? false;
        set => OwnIf(value != Unroutable)?.Unroutable = value;
    }

    public int OfferNo { get; set; }

    /// <summary>The agent of the open offer, unless there is a <see cref="Broadcast"/>, or, once accepted, the owner.</summary>
    public Agent? Agent { get; set; }

    /// <summary>The open offers where the queue makes several at once; else null.</summary>
    public Broadcast? Broadcast
    {
        get => Detours?.Broadcast;
        set => OwnIf(value != Broadcast)?.Broadcast = value;
    }

    public long OfferedAt { get; set; }

    public long OfferExpiresAt { get; set; }

    public int Declines
    {
        get => Detours?.Declines ?? 0;
        set => OwnIf(value != Declines)?.Declines = value;
    }

    /// <summary>It was declined as often as is told to supervisors.</summary>
    public bool IsDeclinedOften => Declines >= ManyDeclines;

    /// <summary>Agents who are not offered it for now; replaced, never changed in place.</summary>
    public Cooldown[] Cooldowns
    {
        get => Detours?.Cooldowns ?? [];
        set => OwnIf(value.Length + Cooldowns.Length > 0)?.Cooldowns = value;
    }

    /// <summary>The agent who takes no new concurrent work so that he can take this exclusive ticket.</summary>
    public Agent? HeldAgent
    {
        get => Detours?.HeldAgent;
        set => OwnIf(value != HeldAgent)?.HeldAgent = value;
    }

    public long HoldEndsAt
    {
        get => Detours?.HoldEndsAt ?? 0;
        set => OwnIf(value != HoldEndsAt)?.HoldEndsAt = value;
    }

    /// <summary>A hold for this ticket ran out: there is no second one.</summary>
    public bool HoldSpent
    {
        get => Detours?.HoldSpent ?? false;
        set => OwnIf(value != HoldSpent)?.HoldSpent = value;
    }

    public int AssignmentNo { get; set; }

    /// <summary>How many assignments it had had when it last entered a queue.</summary>
    public int AssignmentsBefore { get; set; }

    /// <summary>The fate of what was told is known: an agent had it already, and it came back to its place.</summary>
    public bool WasAssignedBefore => AssignmentNo > (State == TicketState.Assigned ? 1 : 0);

    /// <summary>When its wait is too long, engine time in ms: a ticket that an agent had does not expire, but for a call-back at the end of its window.</summary>
    public long ExpiresAt =>
        Later?.CallBack is { Until: > 0 } callBack ? callBack.Until
        : TimeToLiveMs > 0 && !WasAssignedBefore ? EnteredAt + TimeToLiveMs : DeadlineQueue.None;

    public long AssignedAt { get; set; }

    /// <summary>When the owner put the customer on hold; 0 while he is not.</summary>
    public long OnHoldSince
    {
        get => Detours?.OnHoldSince ?? 0;
        set => OwnIf(value != OnHoldSince)?.OnHoldSince = value;
    }

    /// <summary>How long the customer was on hold in this assignment, the hold under way left out.</summary>
    public long OnHoldMs
    {
        get => Detours?.OnHoldMs ?? 0;
        set => OwnIf(value != OnHoldMs)?.OnHoldMs = value;
    }

    public long InteractionEndedAt { get; set; }

    public EndedBy InteractionEndedBy { get; set; }

    public long WrapUpEndsAt { get; set; }

    /// <summary>The owner took more time once: there is no second time.</summary>
    public bool WrapUpExtended
    {
        get => Detours?.WrapUpExtended ?? false;
        set => OwnIf(value != WrapUpExtended)?.WrapUpExtended = value;
    }

    /// <summary>In this assignment it was hard: its owner rests after it.</summary>
    public bool IsHard
    {
        get => Detours?.IsHard ?? false;
        set => OwnIf(value != IsHard)?.IsHard = value;
    }

    /// <summary>When it is back in its queue at the latest, while it is parked; else 0.</summary>
    public long ParkedUntil
    {
        get => Detours?.ParkedUntil ?? 0;
        set => OwnIf(value != ParkedUntil)?.ParkedUntil = value;
    }

    /// <summary>While it is parked: a message of the customer brings it back.</summary>
    public bool ResumesOnAnswer
    {
        get => Detours?.ResumesOnAnswer ?? false;
        set => OwnIf(value != ResumesOnAnswer)?.ResumesOnAnswer = value;
    }

    public string Disposition { get; set; } = "";

    public string Note { get; set; } = "";

    /// <summary>While it is assigned: whom its owner has asked to take it over or to join; null for most.</summary>
    public PeerOffer? PeerOffer
    {
        get => Detours?.PeerOffer;
        set => OwnIf(value != PeerOffer)?.PeerOffer = value;
    }

    /// <summary>While it is assigned: who has joined its owner, first come first; replaced, never changed in place.</summary>
    public Participant[] Participants
    {
        get => Detours?.Participants ?? [];
        set => OwnIf(value.Length + Participants.Length > 0)?.Participants = value;
    }

    /// <summary>How often it was handed over.</summary>
    public int Transfers
    {
        get => Detours?.Transfers ?? 0;
        set => OwnIf(value != Transfers)?.Transfers = value;
    }

    public int Messages { get; set; }

    /// <summary>The waits first told, when it entered a queue; <see cref="Estimate.Unknown"/> while none could be told.</summary>
    public Estimate Told { get; set; }

    /// <summary>When the promise first told is over, engine time in ms; 0 when none was told.</summary>
    public long PromiseUntil { get; set; }

    public PromiseFate PromiseFate { get; set; }

    public string CancelCause
    {
        get => Detours?.CancelCause ?? "";
        set => OwnIf(value != CancelCause)?.CancelCause = value;
    }

    /// <summary>What happened to it, oldest first, at most <see cref="TicketHistory.MostEntries"/>.</summary>
    public ArraySegment<HistoryEntry> History
    {
        get => _history.Entries;
        init
        {
            foreach (var entry in value)
            {
                _history.Add(entry);
            }
        }
    }

    /// <summary>What few tickets have; null for the others. Replaced, never changed in place.</summary>
    public TicketLater? Later { get; set; }

    /// <summary>What it has that is not on the straight way from its queue to an agent and out; null while it has nothing of that.</summary>
    public Detours? Detours { get; private set; }

    public bool IsSaved { get; set; } = true;

    public override long DeadlineOrder => Counter;

    public bool IsClosed => TicketStates.IsClosed(State);

    /// <summary>It goes before all that are not expedited. Changes when it is put into a lane.</summary>
    public bool IsExpedited
    {
        get => Detours?.IsExpedited ?? false;
        set => OwnIf(value != IsExpedited)?.IsExpedited = value;
    }

    public TicketKey Key => new(IsExpedited ? DueAt - TicketKey.Expedited : DueAt, Counter);

    public Lane Lane => Wanted?.Lane ?? Plan.Steps[Step].Lane;

    /// <summary>No registered agent may ever serve it.</summary>
    public bool IsUnroutable => Plan.IsUnroutable && Wanted?.Lane is null;

    /// <summary>Queued or offered: the customer waits.</summary>
    public bool IsWaiting => State is TicketState.Queued or TicketState.Offered;

    /// <summary>This happened to it.</summary>
    public void Remember(in HistoryEntry entry) => _history.Add(entry);

    public bool IsOfferedTo(Agent agent) => Broadcast is { } broadcast && broadcast.IsOpenTo(agent);

    /// <summary>What an agent is to it as a participant, or null.</summary>
    public Participant? ParticipantOf(Agent agent) => Array.Find(Participants, p => p.Agent == agent);

    public bool IsCoolingFor(Agent agent)
    {
        foreach (var cooldown in Cooldowns)
        {
            if (cooldown.AgentId == agent.Id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Nothing is left of it: the object may become another ticket.</summary>
    public void Clear()
    {
        (Id, Counter, Content, Channel, Plan, WaitClass) = ("", 0, null!, null!, null!, null!);
        (State, StateSince, CreatedAt, EnteredAt, TimeToLiveMs) = (TicketState.Unspecified, 0, 0, 0, 0);
        (HeadStartMs, DueAt, Step) = (0, 0, 0);
        (OfferNo, Agent, OfferedAt, OfferExpiresAt) = (0, null, 0, 0);
        (AssignmentNo, AssignmentsBefore, AssignedAt) = (0, 0, 0);
        (InteractionEndedAt, InteractionEndedBy, WrapUpEndsAt) = (0, EndedBy.Unspecified, 0);
        (Disposition, Note, Messages) = ("", "", 0);
        (Told, PromiseUntil, PromiseFate) = (default, 0, default);
        (Later, Detours, _history) = (null, null, default);
        (IsSaved, DeadlineAt, DeadlineSlot) = (true, DeadlineQueue.None, -1);
    }

    /// <summary>What was cleared is this ticket from now on.</summary>
    public void Become(string id, long counter, TicketContent content) => (Id, Counter, Content) = (id, counter, content);

    private Detours? OwnIf(bool differs) => differs ? Detours ??= new() : null;
}
