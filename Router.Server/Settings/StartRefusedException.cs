namespace Router.Server.Settings;

/// <summary>The server cannot start and knows the remedy: the message is shown to whoever started it, without a stack.</summary>
/// <param name="message">What is wrong, where, and what would be right.</param>
public sealed class StartRefusedException(string message) : Exception(message);
