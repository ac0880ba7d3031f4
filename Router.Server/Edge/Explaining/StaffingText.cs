using System.Globalization;
using Router.Engine.Queries;
using Router.Engine.Tickets;
using Router.Server.Edge.Languages;

namespace Router.Server.Edge.Explaining;

/// <summary>Whom a queued ticket waits for, what keeps them, who goes first, and what comes next.</summary>
/// <param name="say">The language.</param>
internal sealed class StaffingText(Sentences say)
{
    /// <summary>The sentences of a queued ticket.</summary>
    /// <param name="told">What the engine says of it.</param>
    public string Of(Explanation told)
    {
        var open = told.Steps.Last(s => s.IsOpen);
        var who = told.Steps[^1].Registered == 0 ? say.Of("nobodyEver")
            : open.Registered == 0 ? say.Of("nobodyRegistered")
            : $"{say.Counted("registered", open.Registered)}, {SignedIn(open)}";
        List<string> sentences = [say.Of("waits", ("needs", Needs(open.Requirement)), ("who", who))];
        if (told.AheadCount > 0)
        {
            sentences.Add(say.Counted("ahead", told.AheadCount));
        }

        if (told.Steps.FirstOrDefault(s => !s.IsOpen) is { } next)
        {
            sentences.Add(say.Counted("next", next.Registered - open.Registered, ("time", say.Span(next.OpensAt - told.Now))));
        }

        return string.Join(' ', sentences);
    }

    /// <summary>A requirement in words.</summary>
    /// <param name="asked">The requirement.</param>
    public string Needs(Requirement asked)
    {
        List<string> needs = [.. asked.Skills.Select(s => Level(s.Name, s.MinLevel))];
        if (asked.Languages.Count > 0)
        {
            needs.Insert(0, Joined("or", asked.Languages.Select(l => Level(say.Language(l.Tag), l.MinLevel))));
        }

        var queue = ("queue", say.Own(asked.Queue));
        return needs.Count == 0 ? say.Of("needsAnybody", queue) : say.Of("needs", ("needs", Joined("and", needs)), queue);
    }

    private string Joined(string with, IEnumerable<string> parts) => parts.Aggregate((first, second) => say.Of(with, ("first", first), ("second", second)));

    private string SignedIn(StepStaffing step)
    {
        if (step.SignedIn == 0)
        {
            return say.Of("noneSignedIn");
        }

        List<(int Count, string What)> kept =
        [
            (step.AtCapacity, nameof(step.AtCapacity)),
            (step.Away, nameof(step.Away)),
            (step.Resting, nameof(step.Resting)),
            (step.CoolingDown, nameof(step.CoolingDown)),
            (step.Held, nameof(step.Held)),
            (step.Reserved, nameof(step.Reserved)),
            (step.Draining, nameof(step.Draining)),
            (step.SessionLost, nameof(step.SessionLost)),
            (step.Eligible, nameof(step.Eligible)),
        ];
        kept.RemoveAll(k => k.Count == 0);
        var isAll = kept.Count == 1 && step.SignedIn == kept[0].Count;
        var rest = string.Join(", ", kept.Select(k => say.Counted($"{(isAll ? "all" : "kept")}.{k.What}", k.Count) + Longest(step, k.What)));
        return $"{say.Counted("signedIn", step.SignedIn)}, {rest}";
    }

    private string Longest(StepStaffing step, string what) =>
        what == nameof(step.AtCapacity) && step.LongestBusyMs > 0 ? say.Of("longest", ("time", say.Span(step.LongestBusyMs))) : "";

    private string Level(string name, int level) => say.Own(
        level == 1 ? name : say.Of("level", ("name", name), ("level", level.ToString(CultureInfo.InvariantCulture))));
}
