using Router.Engine.Policies;

namespace Router.Engine.Transitions;

/// <summary>Whether a step for the agent who knows the customer stands where it can be one: first, at once, alone, and with a next one that ends it.</summary>
internal static class StepOrder
{
    /// <param name="steps">The steps of a queue, or of a rule's target.</param>
    /// <param name="path">Where they are.</param>
    /// <param name="field">The part of the policy they belong to.</param>
    public static IEnumerable<PolicyMistake> Mistakes(IReadOnlyList<QueueStep> steps, string path, string field)
    {
        foreach (var (i, step) in steps.Index().Where(s => s.Item.IsKnownAgent))
        {
            if (i > 0 || step.AfterMs > 0)
            {
                yield return new(Reason.InvalidRequest, $"{path}[{i}].known_agent", "Only the first step, with no 'after', can be for the known agent.", field);
            }
            else if (steps.Count < 2 || steps[1].AfterMs == 0)
            {
                yield return new(
                    Reason.InvalidRequest, $"{path}[{i}].known_agent", "A step for the known agent lasts until the next one: add a step with an 'after' above 0.", field);
            }

            if (step is not { LowerSkillLevels: 0, LowerLanguageLevels: 0, DropSkills: [], DropAllSkills: false, Queue: "", IsExpedited: false, MoreLanguages: [] })
            {
                yield return new(Reason.InvalidRequest, $"{path}[{i}].known_agent", "A step for the known agent asks for nothing else: put that into the next one.", field);
            }
        }
    }
}
