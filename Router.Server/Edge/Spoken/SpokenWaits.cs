using Microsoft.Extensions.Options;
using Router.Engine.Queries;
using Router.Engine.Tickets;
using Router.Server.Clock;
using Router.Server.Edge.Languages;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Spoken;

/// <summary>Says waiting times to customers in their languages.</summary>
internal sealed class SpokenWaits
{
    private readonly LanguageTable<SpokenLanguage> _languages = new();
    private readonly ServerClock _clock;

    /// <summary>Reads the files.</summary>
    /// <param name="options">Where they are; they were checked.</param>
    /// <param name="clock">The server's time.</param>
    public SpokenWaits(IOptions<SpokenOptions> options, ServerClock clock)
    {
        _clock = clock;
        foreach (var path in Directory.EnumerateFiles(options.Value.Path, "*.json"))
        {
            _languages.Add(Path.GetFileNameWithoutExtension(path), new SpokenLanguage(SpokenFile.Read(File.ReadAllText(path))));
        }
    }

    /// <summary>A place on the wire, with the sentence for the customer; nothing when the ticket does not wait.</summary>
    /// <param name="place">The place, or null.</param>
    /// <param name="state">What the ticket's state is.</param>
    public V1.WaitingTime? Of(WaitingPlace? place, TicketState state)
    {
        var waiting = WaitingWire.Of(place);
        waiting?.Spoken = Sentence(place!, state);
        return waiting;
    }

    private string Sentence(WaitingPlace place, TicketState state)
    {
        var hearer = place.Hearer;
        var language = _languages.Of(hearer.Language, hearer.QueueLanguage);
        if (place.OpensAt > 0)
        {
            var zone = hearer.TimeZone.Length > 0 ? TimeZoneInfo.FindSystemTimeZoneById(hearer.TimeZone) : TimeZoneInfo.Utc;
            return language.Opens(DateTimeOffset.FromUnixTimeMilliseconds(place.OpensAt), DateTimeOffset.FromUnixTimeMilliseconds(_clock.NowMs), zone);
        }

        return state == TicketState.Offered ? language.Connecting
            : place.Estimate.Trust == Trust.Unknown ? language.Unknown(hearer.MayBeCalledBack)
            : language.Within(RoundedWait.MinutesLeft(place));
    }
}
