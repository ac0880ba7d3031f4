using Google.Protobuf.Collections;
using Router.Engine;
using Router.Engine.Policies;
using Router.Server.Edge.Shape;

namespace Router.Server.Edge.Supervision;

/// <summary>Reads the routing steps of a queue.</summary>
internal static class StepShape
{
    private const int MostSteps = 16;
    private const int MostLowering = 4;
    private const long MostAfterMs = 366L * 86_400_000;

    /// <summary>Reads them, in order of their times.</summary>
    /// <param name="check">Takes the first mistake.</param>
    /// <param name="steps">What came in.</param>
    public static List<QueueStep> Read(ref ShapeCheck check, RepeatedField<V1.RoutingStep> steps)
    {
        var read = new List<QueueStep>();
        var before = 0L;
        check.Count(steps.Count, "queue.steps", MostSteps);
        for (var i = 0; i < steps.Count && check.IsGood; i++)
        {
            var step = ReadStep(ref check, steps[i]);
            if (step.AfterMs < before)
            {
                check.Fail(Reason.OutOfRange, "after", $"is {step.AfterMs} ms", $"not less than the {before} ms of the step before");
            }

            before = step.AfterMs;
            check.FoundIn("queue.steps", i);
            read.Add(step);
        }

        return read;
    }

    private static QueueStep ReadStep(ref ShapeCheck check, V1.RoutingStep step)
    {
        check.NotServed(step.Expedite, "expedite");
        check.NotServed(step.KnownAgent, "known_agent");
        check.Range(step.LowerSkillLevels, "lower_skill_levels", 0, MostLowering);
        check.Range(step.LowerLanguageLevels, "lower_language_levels", 0, MostLowering);
        check.OptionalId(step.Queue, "queue", FieldLimits.Name);
        check.Count(step.DropSkills.Count, "drop_skills", FieldLimits.Skills);
        for (var i = 0; i < step.DropSkills.Count && check.IsGood; i++)
        {
            check.Id(step.DropSkills[i], "", FieldLimits.Name);
            check.FoundIn("drop_skills", i);
        }

        return new QueueStep
        {
            AfterMs = check.Milliseconds(step.After, "after", 0, MostAfterMs),
            LowerSkillLevels = step.LowerSkillLevels,
            LowerLanguageLevels = step.LowerLanguageLevels,
            DropSkills = [.. step.DropSkills],
            DropAllSkills = step.DropAllSkills,
            Queue = step.Queue,
            MoreLanguages = NeedsShape.AnyTime(ref check, "more_languages", step.MoreLanguages),
        };
    }
}
