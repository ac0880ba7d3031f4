using System.Net.Mail;
using Router.Cli.Connection;

namespace Router.Cli.Tickets;

/// <summary>
/// Reads the simplest of emails: header lines, an empty line, one unencoded UTF-8 text. Anything richer is refused by name instead of being
/// shown garbled; reading real mail is an adapter's work.
/// </summary>
internal static class PlainEmail
{
    private const string Remedy = "Save it as plain UTF-8 text without encoding.";

    /// <summary>Reads an email.</summary>
    /// <param name="text">The file's text, with <c>\n</c> at the ends of lines.</param>
    /// <param name="path">The file, for the error's text.</param>
    /// <exception cref="CommandException">It is of a kind that is not read here.</exception>
    public static LetterFile Read(string text, string path)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0)
        {
            throw new CommandException($"{path} is no email: an empty line must stand between its headers and its text.");
        }

        var headers = ReadHeaders(text[..end], path);
        Require(headers, "Content-Type", path, v => v.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase), "text/plain");
        Require(headers, "Content-Transfer-Encoding", path, v => v.ToLowerInvariant() is "7bit" or "8bit" or "binary", "7bit or 8bit");
        foreach (var header in headers.Where(h => h.Value.Contains("=?", StringComparison.Ordinal)))
        {
            throw new CommandException($"{path} has an encoded {header.Key}: '{header.Value}'. {Remedy}");
        }

        var from = headers.GetValueOrDefault("From", "");
        if (!TryReadAddress(from, out var sender))
        {
            throw new CommandException($"{path} has From '{from}': it may be one address, such as Ruth Levi <ruth@example.org>.");
        }

        return new LetterFile(text[(end + 2)..].TrimEnd('\n'))
        {
            Subject = headers.GetValueOrDefault("Subject", ""),
            FromName = sender?.DisplayName ?? "",
            FromAddress = sender?.Address ?? "",
            Language = headers.GetValueOrDefault("Content-Language", ""),
        };
    }

    private static bool TryReadAddress(string from, out MailAddress? address)
    {
        address = null;
        return from.Length == 0 || MailAddress.TryCreate(from, out address);
    }

    private static Dictionary<string, string> ReadHeaders(string text, string path)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var last = "";
        foreach (var (line, number) in text.Split('\n').Select((line, index) => (line, index + 1)))
        {
            if (line is [' ' or '\t', ..] && last.Length > 0)
            {
                headers[last] += " " + line.Trim();
                continue;
            }

            if (line.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon))
            {
                throw new CommandException($"{path}:{number}: '{line}' is no header: it may be Name: value.");
            }

            last = line[..colon].Trim();
            headers[last] = line[(colon + 1)..].Trim();
        }

        return headers;
    }

    private static void Require(Dictionary<string, string> headers, string name, string path, Predicate<string> isRead, string expected)
    {
        if (headers.TryGetValue(name, out var value) && !isRead(value))
        {
            throw new CommandException($"{path} has {name} '{value}': what is read here is {expected}. {Remedy}");
        }
    }
}
