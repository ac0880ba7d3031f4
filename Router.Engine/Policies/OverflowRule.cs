namespace Router.Engine.Policies;

/// <summary>Where tickets go that a queue does not take.</summary>
/// <param name="Kind">What becomes of them.</param>
/// <param name="Queue">The other queue; empty unless they go to one.</param>
public sealed record OverflowRule(OverflowKind Kind, string Queue = "")
{
    /// <summary>They are refused.</summary>
    public static readonly OverflowRule Refusal = new(OverflowKind.Refuse);

    /// <summary>Their customers are called back, if they like.</summary>
    public static readonly OverflowRule OfferCallBack = new(OverflowKind.CallBack);

    /// <summary>They wait for the opening.</summary>
    public static readonly OverflowRule WaitForOpening = new(OverflowKind.Wait);
}
