using Router.Engine.Agents;
using Router.Engine.Policies;

namespace Router.Simulator.Play;

/// <summary>What an agent takes less than his profile has: as he signed in, and channels for which he is away.</summary>
/// <param name="Channels">Of these channels alone; empty is of all.</param>
/// <param name="Languages">In these languages alone, tags in lower case; empty is in all.</param>
/// <param name="Away">Nothing new of these channels.</param>
public sealed record Narrowing(IReadOnlyList<string> Channels, IReadOnlyList<string> Languages, IReadOnlyList<string> Away)
{
    /// <summary>He takes all that his profile has.</summary>
    public static readonly Narrowing None = new([], [], []);

    /// <summary>Whether it says the same as another one.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(Narrowing? other) =>
        other is not null && Channels.SequenceEqual(other.Channels) && Languages.SequenceEqual(other.Languages) && Away.SequenceEqual(other.Away);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Channels.Count, Languages.Count, Away.Count);

    /// <summary>What one signs in for who takes this, under a policy and a profile that may no longer know all that it names.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="profile">The profile.</param>
    /// <returns>Channels and languages, empty where all are meant; or null where nothing is left that he would take.</returns>
    internal (IReadOnlyList<string> Channels, IReadOnlyList<string> Languages)? Session(WorkspacePolicy policy, AgentProfile profile)
    {
        var named = Channels.Count > 0 || Away.Count == 0 ? Channels : policy.Channels.Select(channel => channel.Name);
        IReadOnlyList<string> channels = [.. named.Where(name => Takes(policy, profile, name)).Except(Away)];
        IReadOnlyList<string> languages = [.. Languages.Where(profile.Languages.ContainsKey)];
        var isNothing = (Channels.Count + Away.Count > 0 && channels.Count == 0) || (Languages.Count > 0 && languages.Count == 0);
        return isNothing ? null : (channels, languages);
    }

    private static bool Takes(WorkspacePolicy policy, AgentProfile profile, string name)
    {
        var own = profile.Channels.FirstOrDefault(c => c.Channel == name)?.Max ?? ChannelCapacity.AsWorkspace;
        return policy.Channels.FirstOrDefault(c => c.Name == name) is { } channel && (own == ChannelCapacity.AsWorkspace ? channel.Max : own) > 0;
    }
}
