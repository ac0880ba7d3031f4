using System.Text;
using MimeKit;
using Router.Cli.Connection;

namespace Router.Cli.Tickets;

/// <summary>Reads an email as mail programs save it, whatever its parts, encodings and character sets.</summary>
internal static class EmailFile
{
    // Old mail is in character sets that .NET knows only when asked to.
    static EmailFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads an email.</summary>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="path">The file, for the error's text.</param>
    /// <exception cref="CommandException">It is no email.</exception>
    public static LetterFile Read(byte[] bytes, string path)
    {
        MimeMessage message;
        try
        {
            message = MimeMessage.Load(new MemoryStream(bytes));
        }
        catch (FormatException malformed)
        {
            throw new CommandException($"{path} is no email: {malformed.Message} It may begin with headers, such as 'Subject: My card', and an empty line after them.", malformed);
        }

        var sender = message.From.Mailboxes.FirstOrDefault() ?? message.Sender;
        return new LetterFile(BodyOf(message))
        {
            Subject = message.Subject?.Trim() ?? "",
            FromName = sender?.Name ?? "",
            FromAddress = sender?.Address ?? "",
            Language = message.Body?.Headers[HeaderId.ContentLanguage]?.Split(',')[0].Trim() ?? "",
            MessageId = message.MessageId ?? "",
            Attachments = [.. message.Attachments.Select(NameOf)],
        };
    }

    private static string BodyOf(MimeMessage message)
    {
        var text = message.TextBody ?? (message.HtmlBody is { } html ? HtmlText.Of(html) : "");
        return text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n');
    }

    private static string NameOf(MimeEntity attachment) =>
        attachment.ContentDisposition?.FileName ?? attachment.ContentType.Name ?? attachment.ContentType.MimeType;
}
