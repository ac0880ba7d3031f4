namespace Router.Engine.Events;

/// <summary>Which alarm it is.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Channel">One of its channels; empty is all of them together.</param>
/// <param name="Figure">What is watched.</param>
public readonly record struct AlarmKey(string Queue, string Channel, AlarmFigure Figure);
