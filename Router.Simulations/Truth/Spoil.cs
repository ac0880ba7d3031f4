namespace Router.Simulations.Truth;

/// <summary>What is made wrong on purpose, so that a test can see that the truth would notice.</summary>
/// <param name="MoreAgents">Agents in each queue or group beyond those there should be.</param>
/// <param name="ServiceFactor">What every service time is multiplied by.</param>
internal sealed record Spoil(int MoreAgents, double ServiceFactor)
{
    /// <summary>Nothing.</summary>
    public static readonly Spoil Nothing = new(0, 1);
}
