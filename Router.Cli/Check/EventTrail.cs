using Router.V1;

namespace Router.Cli.Check;

/// <summary>What the events tell of one ticket.</summary>
internal sealed class EventTrail
{
    /// <summary>Nothing.</summary>
    public static readonly EventTrail Empty = new("");

    private readonly HashSet<TicketState> _told = [];
    private readonly HashSet<int> _offered = [];
    private readonly HashSet<int> _offerOver = [];
    private readonly Dictionary<int, string> _assigned = [];
    private readonly HashSet<int> _assignmentOver = [];
    private readonly List<string> _disorder = [];

    private EventTrail(string ticket) => Ticket = ticket;

    /// <summary>The ticket's id.</summary>
    public string Ticket { get; }

    /// <summary>It came into a queue.</summary>
    public bool Entered { get; private set; }

    /// <summary>It was submitted for later.</summary>
    public bool Scheduled { get; private set; }

    /// <summary>Offers made.</summary>
    public IReadOnlySet<int> Offered => _offered;

    /// <summary>Offers that ended or were accepted.</summary>
    public IReadOnlySet<int> OfferOver => _offerOver;

    /// <summary>Who got it, by the assignment's number.</summary>
    public IReadOnlyDictionary<int, string> Assigned => _assigned;

    /// <summary>Assignments that ended.</summary>
    public IReadOnlySet<int> AssignmentOver => _assignmentOver;

    /// <summary>Events before what they follow from, in words.</summary>
    public IReadOnlyList<string> Disorder => _disorder;

    /// <summary>Sorts events by the ticket they are about.</summary>
    /// <param name="events">Events in their order.</param>
    public static Dictionary<string, EventTrail> ByTicket(IEnumerable<Event> events)
    {
        var trails = new Dictionary<string, EventTrail>(StringComparer.Ordinal);
        foreach (var happened in events)
        {
            if (TicketOf(happened) is { } id)
            {
                if (!trails.TryGetValue(id, out var trail))
                {
                    trails[id] = trail = new EventTrail(id);
                }

                trail.Add(happened);
            }
        }

        return trails;
    }

    /// <summary>Whether the events tell that it came into a state, as far as an event tells that at all.</summary>
    /// <param name="state">The state.</param>
    public bool Tells(TicketState state) => state switch
    {
        TicketState.Queued => Entered,
        TicketState.Offered => _offered.Count > 0,
        TicketState.Assigned => _assigned.Count > 0,
        TicketState.Scheduled => Scheduled,
        TicketState.Unspecified or TicketState.Parked => true,
        _ => _told.Contains(state),
    };

    private static string? TicketOf(Event happened) => happened.FactCase switch
    {
        Event.FactOneofCase.TicketScheduled => happened.TicketScheduled.TicketId,
        Event.FactOneofCase.TicketEntered => happened.TicketEntered.TicketId,
        Event.FactOneofCase.OfferMade => happened.OfferMade.TicketId,
        Event.FactOneofCase.OfferEnded => happened.OfferEnded.TicketId,
        Event.FactOneofCase.ConsultStarted => happened.ConsultStarted.TicketId,
        Event.FactOneofCase.TicketAssigned => happened.TicketAssigned.TicketId,
        Event.FactOneofCase.TicketRequeued => happened.TicketRequeued.TicketId,
        Event.FactOneofCase.TicketParked => happened.TicketParked.TicketId,
        Event.FactOneofCase.TicketTransferred => happened.TicketTransferred.TicketId,
        Event.FactOneofCase.InteractionEnded => happened.InteractionEnded.TicketId,
        Event.FactOneofCase.TicketCompleted => happened.TicketCompleted.TicketId,
        Event.FactOneofCase.TicketAbandoned => happened.TicketAbandoned.TicketId,
        Event.FactOneofCase.TicketCancelled => happened.TicketCancelled.TicketId,
        Event.FactOneofCase.TicketExpired => happened.TicketExpired.TicketId,
        _ => null,
    };

    private void Add(Event happened)
    {
        switch (happened.FactCase)
        {
            case Event.FactOneofCase.TicketScheduled:
                Scheduled = true;
                break;
            case Event.FactOneofCase.TicketEntered:
                Entered = true;
                break;
            case Event.FactOneofCase.OfferMade:
                Follows(Entered, happened, "it entered a queue");
                _offered.Add(happened.OfferMade.OfferNo);
                break;
            case Event.FactOneofCase.OfferEnded:
                Follows(_offered.Contains(happened.OfferEnded.OfferNo), happened, "the offer was made");
                _offerOver.Add(happened.OfferEnded.OfferNo);
                break;
            case Event.FactOneofCase.ConsultStarted:
                Follows(_offered.Contains(happened.ConsultStarted.OfferNo), happened, "the offer was made");
                _offerOver.Add(happened.ConsultStarted.OfferNo);
                break;
            case Event.FactOneofCase.TicketAssigned:
                AddAssigned(happened);
                break;
            case Event.FactOneofCase.TicketRequeued:
                EndAssignment(happened.TicketRequeued.AssignmentNo, happened);
                break;
            case Event.FactOneofCase.TicketParked:
                EndAssignment(happened.TicketParked.AssignmentNo, happened);
                break;
            case Event.FactOneofCase.TicketTransferred:
                EndAssignment(happened.TicketTransferred.AssignmentNo, happened);
                break;
            case Event.FactOneofCase.InteractionEnded:
                Follows(_assigned.ContainsKey(happened.InteractionEnded.AssignmentNo), happened, "it was assigned");
                _told.Add(TicketState.WrappingUp);
                break;
            case Event.FactOneofCase.TicketCompleted:
                EndAssignment(happened.TicketCompleted.AssignmentNo, happened);
                _told.Add(TicketState.Completed);
                break;
            case Event.FactOneofCase.TicketAbandoned:
                Follows(Entered, happened, "it entered a queue");
                _told.Add(TicketState.Abandoned);
                break;
            case Event.FactOneofCase.TicketCancelled:
                _told.Add(TicketState.Cancelled);
                break;
            case Event.FactOneofCase.TicketExpired:
                _told.Add(TicketState.Expired);
                break;
        }
    }

    private void AddAssigned(Event happened)
    {
        var assigned = happened.TicketAssigned;
        Follows(Entered, happened, "it entered a queue");
        if (assigned.OfferNo > 0)
        {
            Follows(_offered.Contains(assigned.OfferNo), happened, "the offer was made");
            _offerOver.Add(assigned.OfferNo);
        }

        if (!_assigned.TryAdd(assigned.AssignmentNo, assigned.AgentId))
        {
            _disorder.Add($"event {happened.Position.Number} tells its assignment {assigned.AssignmentNo} again");
        }
    }

    private void EndAssignment(int number, Event happened)
    {
        Follows(_assigned.ContainsKey(number), happened, "it was assigned");
        _assignmentOver.Add(number);
    }

    private void Follows(bool isTold, Event happened, string what)
    {
        if (!isTold)
        {
            _disorder.Add($"no event before {happened.Position.Number} ({happened.FactCase}) tells that {what}");
        }
    }
}
