using System.CommandLine;
using Router.Cli.Connection;
using Router.Cli.Tickets;

namespace Router.Cli.Commands;

/// <summary>The options by which a command takes a text.</summary>
internal sealed class TextOptions
{
    private readonly Option<string?> _text = new("--text") { Description = "The text.", HelpName = "text" };

    private readonly Option<string?> _file = new("--file")
    {
        Description = "A file with the text (UTF-8), or an email as mail programs save it (.eml), from which sender, subject, language, Message-ID and the names of attachments are taken too.",
        HelpName = "file",
    };

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Add(_text);
        command.Add(_file);
        command.Validators.Add(found =>
        {
            if (found.GetValue(_text) is not null && found.GetValue(_file) is not null)
            {
                found.AddError("--text and --file are both given: give one of them.");
            }
        });
    }

    /// <summary>The text, or null when none is given.</summary>
    /// <param name="parsed">The command line.</param>
    /// <exception cref="CommandException">The file cannot be read.</exception>
    public LetterFile? Read(ParseResult parsed) =>
        parsed.GetValue(_file) is { } file ? LetterFile.Read(file)
        : parsed.GetValue(_text) is { } text ? new LetterFile(text)
        : null;
}
