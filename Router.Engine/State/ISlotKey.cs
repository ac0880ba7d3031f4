namespace Router.Engine.State;

/// <summary>The place of an agent in an order. It names his slot, so that looking along the order must not touch each agent in memory.</summary>
internal interface ISlotKey
{
    /// <summary>The agent's; nothing is ordered by it.</summary>
    int Slot { get; }
}
