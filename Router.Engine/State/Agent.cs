using Router.Engine.Agents;
using Router.Engine.Collections;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Records;

namespace Router.Engine.State;

/// <summary>A registered agent, his session and his work. What of it is saved is <see cref="Records.AgentRecord"/>.</summary>
internal sealed class Agent : Deadlined
{
    /// <summary>Missed offers in a row, by channel index; null for most.</summary>
    private int[]? _missed;

    /// <summary>The profile's, which need not be fetched from memory for it.</summary>
    private int _capacity;

    private bool _takesAllChannels = true;
    private Presence _presence = Presence.Offline;

    public string Id { get; private set; } = "";

    /// <summary>Bit in the lanes' sets; not saved, and nothing is decided by it.</summary>
    public int Slot { get; private set; }

    public long Number { get; private set; }

    public AgentProfile Profile
    {
        get;
        set
        {
            field = value;
            _capacity = value.Capacity;
            InSession = Narrowed();
        }
    } = null!;

    /// <summary>The profile as his session has it: of its languages those that he signed in with, the others at level 0.</summary>
    public AgentProfile InSession { get; private set; } = null!;

    /// <summary>Cost and maximum by channel index, from the profile or the channel's defaults.</summary>
    public ChannelRoom[] Capacities { get; set; } = [];

    /// <summary>Slots of the lanes that he may serve.</summary>
    public SlotSet Lanes { get; set; } = null!;

    /// <summary>What seldom changes, as it is saved. What is asked of it for every ticket stands beside it and need not be fetched from memory.</summary>
    public AgentSession Session
    {
        get;
        set
        {
            var speaksOthers = value.SessionLanguages != field.SessionLanguages;
            field = value;
            IsSignedIn = value.SessionId.Length > 0;
            _takesAllChannels = value.SessionChannels.Count + value.AwayChannels.Count == 0;
            _presence = value.Presence;
            IsLeaving = value.NextPresence != Presence.Unspecified || value.SigningOut || value.Draining;
            IsToDrain = value.Drain is not null && !value.Draining;
            if (speaksOthers)
            {
                InSession = Narrowed();
            }
        }
    } = AgentSession.None;

    public bool IsSignedIn { get; private set; }

    /// <summary>Takes nothing new, as another presence or the end of his session is to come.</summary>
    public bool IsLeaving { get; private set; }

    /// <summary><see cref="Drain"/> has not begun.</summary>
    public bool IsToDrain { get; private set; }

    public string SessionId
    {
        get => Session.SessionId;
        set => Session = Session with { SessionId = value };
    }

    public IReadOnlyList<string> SessionChannels
    {
        get => Session.SessionChannels;
        set => Session = Session with { SessionChannels = value };
    }

    /// <summary>Only these languages of the profile; empty is all. Lanes are judged anew after a change.</summary>
    public IReadOnlyList<string> SessionLanguages
    {
        get => Session.SessionLanguages;
        set => Session = Session with { SessionLanguages = value };
    }

    public long SignedInAt
    {
        get => Session.SignedInAt;
        set => Session = Session with { SignedInAt = value };
    }

    public long GoneSince { get; set; }

    public long GraceUntil
    {
        get => Session.GraceUntil;
        set => Session = Session with { GraceUntil = value };
    }

    public Presence Presence
    {
        get => _presence;
        set => Session = Session with { Presence = value };
    }

    public string PresenceReason
    {
        get => Session.PresenceReason;
        set => Session = Session with { PresenceReason = value };
    }

    public long PresenceSince
    {
        get => Session.PresenceSince;
        set => Session = Session with { PresenceSince = value };
    }

    public Presence NextPresence
    {
        get => Session.NextPresence;
        set => Session = Session with { NextPresence = value };
    }

    public string NextReason
    {
        get => Session.NextReason;
        set => Session = Session with { NextReason = value };
    }

    /// <summary>Who set the presence in his place; null when he or the system did.</summary>
    public SetBy? PresenceSet
    {
        get => Session.PresenceSet;
        set => Session = Session with { PresenceSet = value };
    }

    public SetBy? NextSet
    {
        get => Session.NextSet;
        set => Session = Session with { NextSet = value };
    }

    /// <summary>Channels of which he takes nothing new; replaced, never changed in place.</summary>
    public IReadOnlyList<ChannelAway> AwayChannels
    {
        get => Session.AwayChannels;
        set => Session = Session with { AwayChannels = value };
    }

    /// <summary>From when he takes nothing new, or null.</summary>
    public AgentDrain? Drain
    {
        get => Session.Drain;
        set => Session = Session with { Drain = value };
    }

    /// <summary><see cref="Drain"/> has begun.</summary>
    public bool IsDraining
    {
        get => Session.Draining;
        set => Session = Session with { Draining = value };
    }

    /// <summary>Until when he waits for the one ticket that he asked for on demand; 0 when he does not.</summary>
    public long TakeUntil { get; set; }

    /// <summary>Only from these channels; empty is all. Of the last time he asked.</summary>
    public IReadOnlyList<string> TakeChannels
    {
        get => Session.TakeChannels;
        set => Session = Session with { TakeChannels = value };
    }

    /// <summary>Until when he rests after a hard ticket; 0 when he does not.</summary>
    public long RestUntil { get; set; }

    /// <summary>He was at work for too much of the last hour.</summary>
    public bool IsOverloaded { get; set; }

    /// <summary>How much of the last hour he was at work; null while nobody asks.</summary>
    public BusyHour? Busy { get; set; }

    public bool SigningOut
    {
        get => Session.SigningOut;
        set => Session = Session with { SigningOut = value };
    }

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

    /// <summary>Agents before tickets, each in the order of registration.</summary>
    public override long DeadlineOrder => (long.MinValue / 2) + Number;

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

    /// <summary>He is this one from now on, and nobody else ever.</summary>
    public void Become(int slot, long number, AgentProfile profile)
    {
        Id = profile.Id;
        Slot = slot;
        Number = number;
        Profile = profile;
    }

    public void Add(Ticket ticket) => Tickets = With(Tickets, ticket);

    public void Remove(Ticket ticket) => Tickets = Without(Tickets, ticket);

    public void AddJoined(Ticket ticket) => Joined = With(Joined, ticket);

    public void RemoveJoined(Ticket ticket) => Joined = Without(Joined, ticket);

    public void AddPeerOffer(Ticket ticket) => PeerOffers = With(PeerOffers, ticket);

    public void RemovePeerOffer(Ticket ticket) => PeerOffers = Without(PeerOffers, ticket);

    /// <summary>He may have missed offers.</summary>
    public bool HasMissed => _missed is not null;

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
        TakesChannel(channel) && (TakeUntil == 0 || TakeChannels.Count == 0 || TakeChannels.Contains(channel.Name));

    public bool TakesChannel(ChannelSlot channel) =>
        _takesAllChannels || ((SessionChannels.Count == 0 || SessionChannels.Contains(channel.Name)) && !IsAwayFrom(channel));

    /// <summary>A language that is left out stays with level 0: without it a ticket in <c>pt-BR</c> would be judged by his <c>pt</c>.</summary>
    private AgentProfile Narrowed() => SessionLanguages.Count == 0
        ? Profile
        : Profile with { Languages = Profile.Languages.ToDictionary(l => l.Key, l => SessionLanguages.Contains(l.Key) ? l.Value : 0) };

    private static Ticket[] With(Ticket[] tickets, Ticket ticket)
    {
        if (tickets.Length == 0)
        {
            return [ticket];
        }

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

    private bool IsAwayFrom(ChannelSlot channel) => AwayChannels.Any(a => a.Channel == channel.Name);
}
