namespace Router.Cli.Connection;

/// <summary>A command cannot go on and knows why: the message is shown without a stack.</summary>
/// <param name="message">What is wrong, where, and what would be right.</param>
/// <param name="inner">What it comes from, if anything.</param>
internal sealed class CommandException(string message, Exception? inner = null) : Exception(message, inner);
