using System.Text;
using Router.Cli.Connection;

namespace Router.Cli.Tickets;

/// <summary>A text from a file: a plain one, an email as mail programs save it, or a chat with a line for each message.</summary>
/// <param name="Body">The text.</param>
internal sealed record LetterFile(string Body)
{
    /// <summary>An email's <c>Subject</c>, or empty.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The name in an email's <c>From</c>, or empty.</summary>
    public string FromName { get; init; } = "";

    /// <summary>The address in an email's <c>From</c>, or empty.</summary>
    public string FromAddress { get; init; } = "";

    /// <summary>An email's <c>Content-Language</c>, or empty.</summary>
    public string Language { get; init; } = "";

    /// <summary>An email's <c>Message-ID</c> without its brackets, or empty.</summary>
    public string MessageId { get; init; } = "";

    /// <summary>The names of an email's attachments, which are not taken.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>The ending of an email's file name.</summary>
    public const string EmailEnding = ".eml";

    /// <summary>The ending of a chat's file name: headers as an email's, then a line for each message.</summary>
    public const string ChatEnding = ".chat";

    /// <summary>Reads a file: an email where its name ends in <c>.eml</c> or <c>.chat</c>, else a plain text in UTF-8.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CommandException">It cannot be read, is no email, or its text is not UTF-8.</exception>
    public static LetterFile Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The text cannot be read: {unreadable.Message}", unreadable);
        }

        return HasHeaders(path) ? EmailFile.Read(bytes, path) : new LetterFile(TextOf(bytes, path));
    }

    private static string TextOf(byte[] bytes, string path)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n');
        }
        catch (DecoderFallbackException other)
        {
            throw new CommandException($"{path} is not UTF-8 text.", other);
        }
    }

    private static bool HasHeaders(string path) =>
        path.EndsWith(EmailEnding, StringComparison.OrdinalIgnoreCase) || path.EndsWith(ChatEnding, StringComparison.OrdinalIgnoreCase);
}
