using Router.Engine.Queries;
using Router.Server.Edge.Languages;

namespace Router.Server.Edge.Explaining;

/// <summary>What keeps one agent from a ticket, in a sentence.</summary>
/// <param name="say">The language.</param>
internal sealed class StandingText(Sentences say)
{
    /// <summary>The sentence.</summary>
    /// <param name="standing">What the engine says of him.</param>
    /// <param name="name">His name.</param>
    /// <param name="now">As of when, engine time in ms.</param>
    public string Of(AgentStanding standing, string name, long now)
    {
        var agent = ("agent", say.Own(name));
        if (standing.WhyNot.Count == 0)
        {
            return say.Of("couldBeGiven", agent);
        }

        var why = say.Of("whyNot", agent, ("reasons", string.Join(", ", standing.WhyNot.Select(reason => say.Of($"why.{reason}")))));
        return standing.Until > now ? $"{why} {say.Of("mayEnd", ("time", say.Span(standing.Until - now)))}" : why;
    }

    /// <summary>Of a ticket that is closed.</summary>
    /// <param name="hadIt">Whether he had it last.</param>
    /// <param name="name">His name.</param>
    public string OfClosed(bool hadIt, string name) => hadIt ? say.Of("hadIt", ("agent", say.Own(name))) : say.Of("isOver");
}
