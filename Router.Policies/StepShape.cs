using Google.Protobuf.Collections;
using Router.Engine;
using Router.Engine.Policies;
using Router.Policies.Shape;

namespace Router.Policies;

/// <summary>Reads the routing steps of a queue.</summary>
internal static class StepShape
{
    private const int MostSteps = 16;
    private const int MostLowering = 4;
    private const long MostAfterMs = 366 * TimeSpan.MillisecondsPerDay;

    /// <summary>Reads them, in order of their times.</summary>
    /// <param name="check">Takes the first mistake.</param>
    /// <param name="steps">What came in.</param>
    /// <param name="field">Where they are.</param>
    public static List<QueueStep> Read(ref ShapeCheck check, RepeatedField<V1.RoutingStep> steps, string field = "queue.steps")
    {
        var read = new List<QueueStep>();
        var before = 0L;
        check.Count(steps.Count, field, MostSteps);
        for (var i = 0; i < steps.Count && check.IsGood; i++)
        {
            var step = ReadStep(ref check, steps[i], "");
            if (step.AfterMs < before)
            {
                check.Fail(Reason.OutOfRange, "after", $"is {step.AfterMs} ms", $"not less than the {before} ms of the step before");
            }

            before = step.AfterMs;
            check.FoundIn(field, i);
            read.Add(step);
        }

        return read;
    }

    /// <summary>Reads the step for tickets that nobody should pass on any more, which has no time.</summary>
    /// <param name="check">Takes the first mistake.</param>
    /// <param name="step">What came in, or null.</param>
    public static QueueStep? ReadEscalation(ref ShapeCheck check, V1.RoutingStep? step)
    {
        if (step is null || !check.IsGood)
        {
            return null;
        }

        var read = ReadStep(ref check, step, "queue.escalation.");
        if (read.IsExpedited || read.IsKnownAgent)
        {
            check.Fail(
                Reason.InvalidRequest, read.IsExpedited ? "queue.escalation.expedite" : "queue.escalation.known_agent", "is set", "to leave it out here");
        }
        else if (read.AfterMs > 0)
        {
            check.Fail(Reason.OutOfRange, "queue.escalation.after", $"is {read.AfterMs} ms", "to leave it out: it is open at once");
        }

        return read;
    }

    private static QueueStep ReadStep(ref ShapeCheck check, V1.RoutingStep step, string at)
    {
        check.Range(step.LowerSkillLevels, $"{at}lower_skill_levels", 0, MostLowering);
        check.Range(step.LowerLanguageLevels, $"{at}lower_language_levels", 0, MostLowering);
        check.OptionalId(step.Queue, $"{at}queue", FieldLimits.Name);
        check.Count(step.DropSkills.Count, $"{at}drop_skills", FieldLimits.Skills);
        for (var i = 0; i < step.DropSkills.Count && check.IsGood; i++)
        {
            check.Id(step.DropSkills[i], "", FieldLimits.Name);
            check.FoundIn($"{at}drop_skills", i);
        }

        return new QueueStep
        {
            AfterMs = check.Milliseconds(step.After, $"{at}after", 0, MostAfterMs),
            LowerSkillLevels = step.LowerSkillLevels,
            LowerLanguageLevels = step.LowerLanguageLevels,
            DropSkills = [.. step.DropSkills],
            DropAllSkills = step.DropAllSkills,
            Queue = step.Queue,
            IsExpedited = step.Expedite,
            IsKnownAgent = step.KnownAgent,
            MoreLanguages = NeedsShape.AnyTime(ref check, $"{at}more_languages", step.MoreLanguages),
        };
    }
}
