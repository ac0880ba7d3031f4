using Router.Engine.Queries;

namespace Router.Server.Edge.Explaining;

/// <summary>What keeps one agent from a ticket, in a sentence.</summary>
internal static class StandingText
{
    /// <summary>The sentence.</summary>
    /// <param name="standing">What the engine says of him.</param>
    /// <param name="name">His name.</param>
    /// <param name="now">As of when, engine time in ms.</param>
    public static string Of(AgentStanding standing, string name, long now)
    {
        if (standing.WhyNot.Count == 0)
        {
            return $"{name} could be given it.";
        }

        var until = standing.Until > now ? $" The first of this may end in {SpanText.Of(standing.Until - now)}." : "";
        return $"{name} {string.Join(", ", standing.WhyNot.Select(Reason))}.{until}";
    }

    private static string Reason(WhyNot reason) => reason switch
    {
        WhyNot.HasIt => "has it or is offered it",
        WhyNot.Queue => "does not serve the queue",
        WhyNot.Language => "does not speak the language well enough",
        WhyNot.SessionLanguage => "is signed in without the language",
        WhyNot.Skill => "lacks a skill or its level",
        WhyNot.Channel => "does not take the channel",
        WhyNot.NotSignedIn => "is not signed in",
        WhyNot.SessionLost => "has lost the connection",
        WhyNot.Away => "is not available",
        WhyNot.Draining => "takes nothing new before leaving",
        WhyNot.Resting => "rests after hard work",
        WhyNot.Capacity => "has no room left",
        WhyNot.LiveWork => "has live work that this does not go beside",
        WhyNot.CoolingDown => "declined or missed it a short time ago",
        WhyNot.HeldForExclusive => "is kept free for a call that goes first",
        WhyNot.Reserved => "is kept free for another queue or channel",
        WhyNot.TicketAhead => "has another ticket to take first",
        WhyNot.AwaitsAnother => "is not the one whom it waits for",
        WhyNot.AnotherAgent => "is not the one who has it",
        _ => $"is kept from it ({reason})",
    };
}
