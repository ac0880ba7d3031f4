namespace Router.Engine.Commands;

/// <summary>Whether those who are told the events outside keep up: told as an event. Answered with nothing.</summary>
/// <param name="Waiting">Events that wait for them.</param>
/// <param name="Consumer">Who they are, for people.</param>
/// <param name="IsBehind">Whether too many wait; false when they have caught up again.</param>
public sealed record ReportRelay(long Waiting, string Consumer, bool IsBehind) : Command;
