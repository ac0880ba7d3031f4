using System.Globalization;
using Router.V1;

namespace Router.Cli.Tickets;

/// <summary>An explanation in lines for people.</summary>
internal static class ExplainText
{
    /// <summary>The sentence, the named agent, each step, and who goes first.</summary>
    /// <param name="told">What the server says.</param>
    public static IEnumerable<string> Lines(ExplainResponse told)
    {
        yield return told.Sentence;
        if (told.Agent is not null)
        {
            yield return told.Agent.Sentence;
        }

        foreach (var step in told.Steps)
        {
            yield return Step(step);
        }

        foreach (var ahead in told.Ahead)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"first   {ahead.TicketId}  {ahead.Channel} of {ahead.Queue}, due {ahead.DueAt.ToDateTime():HH:mm:ss}");
        }

        if (told.AheadCount > told.Ahead.Count)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"first   and {told.AheadCount - told.Ahead.Count} more");
        }
    }

    private static string Step(ExplainedStep step)
    {
        (int Count, string What)[] counts =
        [
            (step.Registered, "registered"), (step.SignedIn, "signed in"), (step.Eligible, "eligible"), (step.AtCapacity, "at capacity"),
            (step.Away, "away"), (step.Resting, "resting"), (step.CoolingDown, "cooling down"), (step.Held, "held"), (step.Reserved, "reserved"),
            (step.Draining, "draining"), (step.SessionLost, "without a connection"),
        ];
        var told = string.Join(", ", counts.Where((c, i) => i < 3 || c.Count > 0).Select(c => $"{c.Count} {c.What}"));
        var when = step.Open ? "open" : step.OpensAt is null ? "later" : string.Create(CultureInfo.InvariantCulture, $"opens {step.OpensAt.ToDateTime():HH:mm:ss}");
        return $"step {step.Step}  {when}  {Asked(step.Requirement)}: {told}";
    }

    private static string Asked(Requirement asked)
    {
        var languages = asked.Languages.Select(l => $"{l.Language}:{l.MinLevel}");
        return string.Join(' ', asked.Skills.Select(s => $"{s.Skill}:{s.Level}").Prepend(string.Join('|', languages)).Prepend(asked.Queue).Where(p => p.Length > 0));
    }
}
