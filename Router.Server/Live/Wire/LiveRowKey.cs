using Router.Engine.Queries;

namespace Router.Server.Live.Wire;

/// <summary>What a row is about.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Language">First language of the tickets, or empty.</param>
public readonly record struct LiveRowKey(string Queue, string Channel, string Language)
{
    internal static LiveRowKey Of(LiveRow row) => new(row.Queue, row.Channel, row.Language);
}
