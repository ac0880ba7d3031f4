using Router.Engine.Policies;

namespace Router.Engine.State;

/// <summary>How much of one channel an agent carries, by his profile or the channel's policy. A value, as it is looked at for each ticket.</summary>
/// <param name="Cost">Units of his total that one ticket takes.</param>
/// <param name="Max">Most tickets at once; 0 means he does not take this channel.</param>
/// <param name="Accept">How he takes a ticket.</param>
internal readonly record struct ChannelRoom(int Cost, int Max, AcceptMode Accept);
