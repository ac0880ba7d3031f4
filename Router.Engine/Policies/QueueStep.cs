namespace Router.Engine.Policies;

/// <summary>A relaxation of what is asked, opened when a ticket has waited long enough. Steps add up.</summary>
/// <param name="AfterSeconds">Seconds after entering the queue, 1 to 86,400.</param>
/// <param name="LowerLevelsBy">How far every minimum level sinks, 0 to 4; never below 1.</param>
/// <param name="DropSkills">Skills that are no longer asked for.</param>
/// <param name="DropLanguages">Whether any language will do.</param>
/// <param name="Queue">Agents of this queue may serve too (of the ticket's own queue when empty).</param>
public sealed record QueueStep(
    int AfterSeconds,
    int LowerLevelsBy,
    IReadOnlyList<string> DropSkills,
    bool DropLanguages = false,
    string Queue = "");
