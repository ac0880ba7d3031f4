using Router.Documents;

namespace Router.Cli.Connection;

/// <summary>A command cannot go on and knows why: the message is shown without a stack.</summary>
/// <param name="message">What is wrong, where, and what would be right.</param>
/// <param name="inner">What it comes from, if anything.</param>
internal sealed class CommandException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>A document is not of its form: every mistake in a line of its own.</summary>
    /// <param name="wrong">What is wrong with it.</param>
    public static CommandException Of(DocumentException wrong) => new(string.Join("\nrouter: ", wrong.Mistakes), wrong);
}
