namespace Router.Cli.CallLog;

/// <summary>A time on duty.</summary>
/// <param name="Start">From the start of its first service.</param>
/// <param name="End">To the end of its last.</param>
internal readonly record struct DutyStretch(DateTimeOffset Start, DateTimeOffset End);
