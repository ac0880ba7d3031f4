using Router.Engine.Collections;
using Router.Engine.Policies;
using Router.Engine.Records;

namespace Router.Engine.State;

/// <summary>
/// Waiting tickets of one queue, channel, first language and head start: what position and waiting time are told by,
/// and what the live rows add up. Offered tickets stay in: their customers still wait.
/// </summary>
internal sealed class WaitClass(WaitClassKey key, ChannelSlot channel, Lane pool)
{
    public const int Buckets = 7;

    /// <summary>The head start of the class that the ninth and later ones of a queue share.</summary>
    public const long SharedHeadStart = -1;

    /// <summary>
    /// The same by time of entry, where that is another order than due time: in the class that head starts share, and while tickets wait
    /// that entered under another target. Null until tickets with different leads wait together.
    /// </summary>
    private OrderedList<TicketKey, Ticket>? _byEntry;

    /// <summary>From entry to due time of all that wait, ms, while it is the same.</summary>
    private long _lead;

    private bool _areLogsSaved;

    private WaitClassRecord? _saved;

    public string Queue { get; } = key.Queue;

    public ChannelSlot Channel { get; } = channel;

    public string Language { get; } = key.Language;

    public long HeadStartMs { get; } = key.HeadStartMs;

    /// <summary>A lane without tickets: who serves this queue in this language, whatever the skills.</summary>
    public Lane Pool { get; } = pool;

    /// <summary>Its queue's rules in force; null when the policy has the queue no more, and nobody waits there.</summary>
    public QueuePolicy? Rules { get; private set; }

    /// <summary>Of these, how its channel is treated; null when the queue does not take it.</summary>
    public QueueChannel? ChannelRules { get; private set; }

    /// <summary>Its queue's strategy.</summary>
    public Selection? Selection { get; private set; }

    /// <summary>All classes of the same queue and channel, this one among them.</summary>
    public required List<WaitClass> Siblings { get; init; }

    /// <summary>By due time.</summary>
    public OrderedList<TicketKey, Ticket> Waiting { get; } = new();

    /// <summary>When the longest waiting ticket entered; <see cref="long.MaxValue"/> when none waits.</summary>
    public long OldestEnteredAt => Waiting.Count == 0 ? long.MaxValue : (_byEntry ?? Waiting).First.EnteredAt;

    /// <summary>Capacity units for the channel of those in the pool who are available or at work.</summary>
    public int Units { get; set; }

    public double Exits { get; set; }

    /// <summary>Capacity units times minutes.</summary>
    public double Exposure { get; set; }

    public long ExitsSeen { get; set; }

    public long CountedUntil { get; set; }

    /// <summary>Exposure counts: some wait, and not each of them rings at an agent.</summary>
    public bool IsCounting => Waiting.Count > Offered && Exits > 0;

    /// <summary>To be changed after <see cref="OwnLogs"/> alone, as a record may hold it.</summary>
    public double[] PromiseLog { get; set; } = new double[Buckets];

    /// <summary>In the same way.</summary>
    public double[] EstimateLog { get; set; } = new double[Buckets];

    /// <summary>Mean relative error, 0 to 2, of what the drain rate gives, and of what the wait of the longest waiting ticket gives.</summary>
    public double DrainError { get; set; } = WaitClassRecord.DrainErrorAtFirst;

    public double OldestError { get; set; } = WaitClassRecord.OldestErrorAtFirst;

    /// <summary>The day (UTC, since 1970) of which <see cref="Judged"/> and <see cref="Kept"/> count promises.</summary>
    public long JudgedDay { get; set; }

    public int Judged { get; set; }

    public int Kept { get; set; }

    public int Offered { get; set; }

    public int Assigned { get; set; }

    public int WrappingUp { get; set; }

    /// <summary>Of those that wait: no registered agent could ever serve them.</summary>
    public int Unroutable { get; private set; }

    /// <summary>Of those that wait: declined as often as is told to supervisors.</summary>
    public int DeclinedOften { get; private set; }

    /// <summary>What watches its queue; null where nothing does.</summary>
    public QueueWatch? Watch { get; set; }

    public bool IsSaved { get; set; } = true;

    /// <summary>These are the rules now.</summary>
    public void Use(QueueTable queues)
    {
        Rules = queues.Find(Queue);
        ChannelRules = Rules?.Channel(Channel.Name);
        Selection = queues.SelectionOf(Queue);
    }

    /// <summary>A ticket waits.</summary>
    public void Add(Ticket ticket)
    {
        var lead = ticket.Key.DueAt - ticket.EnteredAt;
        if (Waiting.Count == 0)
        {
            _lead = lead;
            _byEntry = null;
        }
        else if (_byEntry is null && lead != _lead)
        {
            _byEntry = new();
            foreach (var waiting in Waiting)
            {
                _byEntry.Add(EntryKey(waiting), waiting);
            }
        }

        Waiting.Add(ticket.Key, ticket);
        _byEntry?.Add(EntryKey(ticket), ticket);
        Tally(ticket, 1);
        Watch?.Touch();
    }

    /// <summary>A ticket waits no longer.</summary>
    public void Remove(Ticket ticket)
    {
        Waiting.Remove(ticket.Key);
        _byEntry?.Remove(EntryKey(ticket));
        Tally(ticket, -1);
        Watch?.Touch();
    }

    /// <summary>A ticket that waits has become unroutable, or is so no longer.</summary>
    public void CountUnroutable(bool isSo)
    {
        Unroutable += isSo ? 1 : -1;
        Watch?.Touch();
    }

    /// <summary>A ticket that waits has now been declined often.</summary>
    public void CountDeclinedOften()
    {
        DeclinedOften++;
        Watch?.Touch();
    }

    /// <summary>While nothing counts, up to when it did says nothing: it is set anew before something does.</summary>
    private long CountedUntilToSave => IsCounting ? CountedUntil : 0;

    private bool IsAsSaved => _saved is { } saved
        && _areLogsSaved
        && saved.CountedUntil == CountedUntilToSave
        && saved.Exits.Equals(Exits)
        && saved.Exposure.Equals(Exposure)
        && saved.ExitsSeen == ExitsSeen
        && saved.DrainError.Equals(DrainError)
        && saved.OldestError.Equals(OldestError)
        && saved.JudgedDay == JudgedDay
        && saved.Judged == Judged
        && saved.Kept == Kept;

    /// <summary>The logs are about to change: a record that has them keeps them as they are.</summary>
    public void OwnLogs()
    {
        if (_areLogsSaved)
        {
            PromiseLog = [.. PromiseLog];
            EstimateLog = [.. EstimateLog];
            _areLogsSaved = false;
        }
    }

    /// <summary>What is to be saved of it, or null where that is what was saved last.</summary>
    public WaitClassRecord? ToSave() => IsAsSaved ? null : _saved = ToRecord();

    private WaitClassRecord ToRecord()
    {
        _areLogsSaved = true;
        return new()
        {
            Queue = Queue,
            Channel = Channel.Name,
            Language = Language,
            HeadStartMs = HeadStartMs,
            Exits = Exits,
            Exposure = Exposure,
            ExitsSeen = ExitsSeen,
            CountedUntil = CountedUntilToSave,
            PromiseLog = PromiseLog,
            EstimateLog = EstimateLog,
            DrainError = DrainError,
            OldestError = OldestError,
            JudgedDay = JudgedDay,
            Judged = Judged,
            Kept = Kept,
        };
    }

    private void Tally(Ticket ticket, int by)
    {
        if (ticket.Unroutable)
        {
            Unroutable += by;
        }

        if (ticket.IsDeclinedOften)
        {
            DeclinedOften += by;
        }
    }

    private static TicketKey EntryKey(Ticket ticket) => new(ticket.EnteredAt, ticket.Counter);
}
