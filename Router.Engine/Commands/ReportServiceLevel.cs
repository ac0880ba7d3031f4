using Router.Engine.Events;

namespace Router.Engine.Commands;

/// <summary>Statistics found a watched service level too low, or good again.</summary>
/// <param name="Alarm">Which; one that is not watched any more is passed over.</param>
/// <param name="Percent">What it is, of a hundred; -1 when it is not too low.</param>
public sealed record ReportServiceLevel(AlarmKey Alarm, int Percent) : Command;
