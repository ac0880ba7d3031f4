using Router.Engine.Agents;
using Router.Engine.Collections;
using Router.Engine.State;

namespace Router.Engine.Lanes;

/// <summary>How well agents fit what the tickets of a lane ask: the sum of their levels in the skills asked for, then their best language.</summary>
internal static class Fits
{
    private const int AboveLevels = 6;

    /// <summary>The lane's eligible agents by fit, kept from now on with the lane.</summary>
    public static SlotTiers Of(WorkspaceState state, Lane lane)
    {
        if (lane.Fits is null)
        {
            lane.Fits = new SlotTiers();
            foreach (var slot in SlotSet.And(lane.Eligible, lane.Eligible))
            {
                lane.Fits.Put(slot, Of(state.AgentSlots[slot]!.InSession, lane));
            }
        }

        return lane.Fits;
    }

    /// <summary>The lane's own requirement counts, also for agents whom a later step lets in; of its languages the acceptable one he speaks best.</summary>
    public static int Of(AgentProfile profile, Lane lane)
    {
        var skills = 0;
        foreach (var skill in lane.Requirements[0].Skills)
        {
            skills += profile.Skills.GetValueOrDefault(skill.Name);
        }

        var language = 0;
        foreach (var requirement in lane.Requirements)
        {
            foreach (var need in requirement.Languages)
            {
                var level = Eligibility.LevelOf(profile, need.Tag);
                language = level >= need.MinLevel ? Math.Max(language, level) : language;
            }
        }

        return (skills * AboveLevels) + language;
    }
}
