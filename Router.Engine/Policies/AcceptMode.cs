namespace Router.Engine.Policies;

/// <summary>How a ticket of a channel becomes an agent's.</summary>
public enum AcceptMode
{
    /// <summary>It is offered, and he accepts or declines.</summary>
    Manual = 1,

    /// <summary>It is assigned at once, without an offer.</summary>
    Auto = 2,
}
