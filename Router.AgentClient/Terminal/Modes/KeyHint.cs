namespace Router.AgentClient.Terminal.Modes;

/// <summary>A key shown at the bottom.</summary>
/// <param name="Key">As it stands on the keyboard; <c>^A</c> = Ctrl+A.</param>
/// <param name="Does">What it does.</param>
internal sealed record KeyHint(string Key, string Does);
