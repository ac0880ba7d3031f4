using Router.Engine.Agents;
using Router.Engine.Collections;
using Router.Engine.Events;
using Router.Engine.Policies;

namespace Router.Engine.State;

/// <summary>A registered agent, his session and his work. What of it is saved is <see cref="Records.AgentRecord"/>.</summary>
internal sealed class Agent(int slot, long number, AgentProfile profile) : IDeadlined
{
    /// <summary>Missed offers in a row, by channel index; null for most.</summary>
    private int[]? _missed;

    /// <summary>The profile's, which need not be fetched from memory for it.</summary>
    private int _capacity = profile.Capacity;

    public string Id { get; } = profile.Id;

    /// <summary>Bit in the lanes' sets; not saved, and nothing is decided by it.</summary>
    public int Slot { get; } = slot;

    public long Number { get; } = number;

    public AgentProfile Profile
    {
        get;
        set
        {
            field = value;
            _capacity = value.Capacity;
            InSession = Narrowed();
        }
    } = profile;

    /// <summary>The profile as his session has it: of its languages those that he signed in with, the others at level 0.</summary>
    public AgentProfile InSession { get; private set; } = profile;

    /// <summary>Cost and maximum by channel index, from the profile or the channel's defaults.</summary>
    public ChannelRoom[] Capacities { get; set; } = [];

    /// <summary>Slots of the lanes that he may serve.</summary>
    public SlotSet Lanes { get; } = new();

    public string SessionId
    {
        get;
        set
        {
            field = value;
            IsSignedIn = value.Length > 0;
        }
    } = "";

    /// <summary>Beside the session's id, which need not be fetched from memory for it.</summary>
    public bool IsSignedIn { get; private set; }

    public string[] SessionChannels { get; set; } = [];

    /// <summary>Only these languages of the profile; empty is all. Lanes are judged anew after a change.</summary>
    public IReadOnlyList<string> SessionLanguages
    {
        get;
        set
        {
            field = value;
            InSession = Narrowed();
        }
    } = [];

    public long SignedInAt { get; set; }

    public long GoneSince { get; set; }

    public long GraceUntil { get; set; }

    public Presence Presence { get; set; } = Presence.Offline;

    public string PresenceReason { get; set; } = "";

    public long PresenceSince { get; set; }

    public Presence NextPresence { get; set; }

    public string NextReason { get; set; } = "";

    /// <summary>Who set the presence in his place; null when he or the system did.</summary>
    public SetBy? PresenceSet { get; set; }

    public SetBy? NextSet { get; set; }

    /// <summary>Channels of which he takes nothing new; replaced, never changed in place.</summary>
    public ChannelAway[] AwayChannels { get; set; } = [];

    /// <summary>From when he takes nothing new, or null.</summary>
    public AgentDrain? Drain { get; set; }

    /// <summary><see cref="Drain"/> has begun.</summary>
    public bool IsDraining { get; set; }

    /// <summary>Until when he waits for the one ticket that he asked for on demand; 0 when he does not.</summary>
    public long TakeUntil { get; set; }

    /// <summary>Only from these channels; empty is all. Of the last time he asked.</summary>
    public string[] TakeChannels { get; set; } = [];

    /// <summary>Until when he rests after a hard ticket; 0 when he does not.</summary>
    public long RestUntil { get; set; }

    /// <summary>He was at work for too much of the last hour.</summary>
    public bool IsOverloaded { get; set; }

    /// <summary>How much of the last hour he was at work; null while nobody asks.</summary>
    public BusyHour? Busy { get; set; }

    public bool SigningOut { get; set; }

    public long IdleSince { get; set; }

    /// <summary>Offered, assigned or wrapping up, in the order of their ids; replaced, never changed in place.</summary>
    public Ticket[] Tickets { get; private set; } = [];

    /// <summary>Tickets of others that he is asked to take over or to join, in the order of their ids; replaced, never changed in place.</summary>
    public Ticket[] PeerOffers { get; private set; } = [];

    /// <summary>Tickets of others that he has joined, in the order of their ids; replaced, never changed in place.</summary>
    public Ticket[] Joined { get; private set; } = [];

    /// <summary>The waiting exclusive ticket that he is held for.</summary>
    public Ticket? HeldFor { get; set; }

    /// <summary>What he carries, counted from <see cref="Tickets"/>, <see cref="PeerOffers"/> and <see cref="Joined"/>.</summary>
    public AgentLoad Load { get; set; }

    /// <summary>His place among the idle while <see cref="IsListed"/>.</summary>
    public IdleKey IdleKey { get; set; }

    /// <summary>How many tickets he had when his place among the idle was found.</summary>
    public int TicketsListed { get; set; }

    public FewestKey FewestKey => new(TicketsListed, IdleKey);

    public RingKey RingKey => new(Number, Slot);

    /// <summary>He stands in the list of those who are ready for some channel.</summary>
    public bool IsListed { get; set; }

    /// <summary>He is no longer registered.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>He counts in the wait classes: signed in with a live session, and available or at work.</summary>
    public bool IsCounted { get; set; }

    /// <summary>How many wait classes he may serve.</summary>
    public int WaitClasses { get; set; }

    /// <summary>How many registered agents have the rarest of his languages.</summary>
    public int RarestLanguage { get; set; }

    public bool IsSaved { get; set; } = true;

    public long DeadlineAt { get; set; } = DeadlineQueue.None;

    public int DeadlineSlot { get; set; } = -1;

    /// <summary>Agents before tickets, each in the order of registration.</summary>
    public long DeadlineOrder => (long.MinValue / 2) + Number;

    public bool HasLiveSession => IsSignedIn && GoneSince == 0;

    /// <summary>Takes new work: available or waiting for what he asked for, with a live session, not about to leave, and not at rest.</summary>
    public bool TakesWork => HasLiveSession && TakesNow && !IsLeaving && !IsResting;

    /// <summary>Takes nothing new for a while, though he is available.</summary>
    public bool IsResting => RestUntil > 0 || IsOverloaded;

    public RestCause RestCause => RestUntil > 0 ? RestCause.Breather : IsOverloaded ? RestCause.Occupancy : RestCause.None;

    /// <summary>Has no ticket, his own or another's that he joined, and is offered none of his own.</summary>
    public bool IsEmptyHanded => Tickets.Length == 0 && Joined.Length == 0;

    /// <summary>Has live work that is not only offered to him.</summary>
    public bool IsAtLiveWork => Load.LiveTickets > Load.LiveOffers;

    /// <summary>Available, or on demand and waiting for what he asked for.</summary>
    public bool TakesNow => Presence == Presence.Available || TakeUntil > 0;

    /// <summary>Takes nothing new, as another presence or the end of his session is to come.</summary>
    public bool IsLeaving => NextPresence != Presence.Unspecified || SigningOut || IsDraining;

    public void Add(Ticket ticket) => Tickets = With(Tickets, ticket);

    public void Remove(Ticket ticket) => Tickets = Without(Tickets, ticket);

    public void AddJoined(Ticket ticket) => Joined = With(Joined, ticket);

    public void RemoveJoined(Ticket ticket) => Joined = Without(Joined, ticket);

    public void AddPeerOffer(Ticket ticket) => PeerOffers = With(PeerOffers, ticket);

    public void RemovePeerOffer(Ticket ticket) => PeerOffers = Without(PeerOffers, ticket);

    /// <summary>Missed offers of a channel in a row.</summary>
    public int MissedOf(ChannelSlot channel) => _missed is null ? 0 : _missed[channel.Index];

    public void Miss(ChannelSlot channel, int times) => (_missed ??= new int[WorkspacePolicy.MostChannels])[channel.Index] = times;

    public void ForgetMisses() => _missed = null;

    /// <summary>His capacity holds a ticket of the channel at all.</summary>
    public bool CanEverTake(ChannelSlot channel, WorkspacePolicy policy) =>
        Capacities[channel.Index] is { Max: > 0 } capacity && capacity.Cost <= TotalCapacity(policy);

    public int TotalCapacity(WorkspacePolicy policy) => _capacity > 0 ? _capacity : policy.DefaultCapacity;

    /// <summary>A ticket of the channel is his without an offer.</summary>
    public bool AcceptsAtOnce(ChannelSlot channel) => Capacities[channel.Index].Accept == AcceptMode.Auto;

    /// <summary>Takes the channel, and did not ask for others alone.</summary>
    public bool WantsChannel(ChannelSlot channel) =>
        TakesChannel(channel) && (TakeUntil == 0 || TakeChannels.Length == 0 || Array.IndexOf(TakeChannels, channel.Name) >= 0);

    public bool TakesChannel(ChannelSlot channel) =>
        (SessionChannels.Length == 0 || Array.IndexOf(SessionChannels, channel.Name) >= 0)
        && (AwayChannels.Length == 0 || !IsAwayFrom(channel));

    /// <summary>A language that is left out stays with level 0: without it a ticket in <c>pt-BR</c> would be judged by his <c>pt</c>.</summary>
    private AgentProfile Narrowed() => SessionLanguages.Count == 0
        ? Profile
        : Profile with { Languages = Profile.Languages.ToDictionary(l => l.Key, l => SessionLanguages.Contains(l.Key) ? l.Value : 0) };

    private static Ticket[] With(Ticket[] tickets, Ticket ticket)
    {
        var at = 0;
        while (at < tickets.Length && tickets[at].Counter < ticket.Counter)
        {
            at++;
        }

        return [.. tickets.AsSpan(0, at), ticket, .. tickets.AsSpan(at)];
    }

    private static Ticket[] Without(Ticket[] tickets, Ticket ticket)
    {
        var at = Array.IndexOf(tickets, ticket);
        return at < 0 ? tickets : tickets.Length == 1 ? [] : [.. tickets.AsSpan(0, at), .. tickets.AsSpan(at + 1)];
    }

    private bool IsAwayFrom(ChannelSlot channel) => Array.Exists(AwayChannels, a => a.Channel == channel.Name);
}
