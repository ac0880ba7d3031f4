using Router.Simulator.Chance;

namespace Router.Simulator.Play;

/// <summary>What an agent does with offers: by each channel's habit, as chance has it.</summary>
/// <param name="own">His habits, by channel.</param>
/// <param name="others">What he does on a channel of which he has none, by channel; where there is none either he accepts all at once.</param>
/// <param name="backAfterMs">How long he is away after the router sent him away for what he missed, ms; null: until his next shift.</param>
/// <param name="agentId">The agent.</param>
/// <param name="seed">The seed of the whole simulation. The same one gives him the same draws, whatever the policy.</param>
public sealed class OfferHabits(
    IReadOnlyDictionary<string, OfferHabit> own, IReadOnlyDictionary<string, OfferHabit> others, long? backAfterMs, string agentId, ulong seed)
{
    private readonly RandomStream _draws = new(seed, $"offers-{agentId}");

    /// <summary>How long he is away after the router sent him away for what he missed, ms; null: until his next shift.</summary>
    internal long? BackAfterMs => backAfterMs;

    /// <summary>What he does with the next offer; as <see cref="OfferHabit.Answer"/>.</summary>
    /// <param name="channel">The ticket's channel.</param>
    internal OfferAnswer? Answer(string channel)
    {
        var chance = _draws.NextUniform();
        var habit = own.TryGetValue(channel, out var his) && his.Count > 0 ? his : others.GetValueOrDefault(channel);
        return habit is { Count: > 0 } ? habit.Answer(chance) : OfferAnswer.AtOnce;
    }
}
