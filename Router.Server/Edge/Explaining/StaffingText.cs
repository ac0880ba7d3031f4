using Router.Engine.Queries;
using Router.Engine.Tickets;

namespace Router.Server.Edge.Explaining;

/// <summary>Whom a queued ticket waits for, what keeps them, who goes first, and what comes next.</summary>
internal static class StaffingText
{
    /// <summary>The sentence of a queued ticket.</summary>
    /// <param name="told">What the engine says of it.</param>
    public static string Of(Explanation told)
    {
        var open = told.Steps.Last(s => s.IsOpen);
        var next = told.Steps.FirstOrDefault(s => !s.IsOpen);
        var who = told.Steps[^1].Registered == 0
            ? "no registered agent could ever serve it, in any step"
            : open.Registered == 0 ? "nobody is registered for that" : $"{open.Registered} registered, {SignedIn(open)}";
        return $"Waits for {Needs(open.Requirement)}: {who}.{Ahead(told.AheadCount)}{Next(told.Now, open, next)}";
    }

    /// <summary>A requirement in words.</summary>
    /// <param name="asked">The requirement.</param>
    public static string Needs(Requirement asked)
    {
        var languages = string.Join(" or ", asked.Languages.Select(l => Level(l.Tag, l.MinLevel)));
        var needs = asked.Skills.Select(s => Level(s.Name, s.MinLevel));
        var all = string.Join(" and ", languages.Length > 0 ? needs.Prepend(languages) : needs);
        return all.Length == 0 ? $"an agent of queue {asked.Queue}" : $"{all} in queue {asked.Queue}";
    }

    private static string SignedIn(StepStaffing step)
    {
        if (step.SignedIn == 0)
        {
            return "none signed in";
        }

        var longest = step.LongestBusyMs > 0 ? $" (longest {SpanText.Of(step.LongestBusyMs)})" : "";
        List<(int Count, string What)> kept =
        [
            (step.AtCapacity, $"at work with no room for it{longest}"),
            (step.Away, "away"),
            (step.Resting, "resting"),
            (step.CoolingDown, "declined or missed it just now"),
            (step.Held, "kept free for a call that goes first"),
            (step.Reserved, "kept free for another queue or channel"),
            (step.Draining, "about to leave"),
            (step.SessionLost, "without a connection"),
            (step.Eligible, "free for it"),
        ];
        kept.RemoveAll(k => k.Count == 0);
        var rest = kept.Count == 1 && step.SignedIn == kept[0].Count
            ? $"{(step.SignedIn == 1 ? "" : step.SignedIn == 2 ? "both " : "all ")}{kept[0].What}"
            : string.Join(", ", kept.Select(k => $"{k.Count} {k.What}"));
        return $"{step.SignedIn} signed in, {rest}";
    }

    private static string Ahead(int count) => count switch
    {
        0 => "",
        1 => " 1 ticket goes first.",
        _ => $" {count} tickets go first.",
    };

    private static string Next(long now, StepStaffing open, StepStaffing? next) =>
        next is null ? "" : $" In {SpanText.Of(next.OpensAt - now)} it opens to {next.Registered - open.Registered} more.";

    private static string Level(string name, int level) => level == 1 ? name : $"{name} ≥ {level}";
}
