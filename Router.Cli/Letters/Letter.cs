using System.Globalization;
using Router.AgentClient.Auto;
using Router.Cli.Connection;
using Router.Cli.Tickets;
using Router.V1;

namespace Router.Cli.Letters;

/// <summary>An email or a chat that a customer writes.</summary>
/// <param name="Name">Its file's name.</param>
/// <param name="Channel"><c>email</c> or <c>chat</c>.</param>
/// <param name="Content">Who writes what.</param>
internal sealed record Letter(string Name, string Channel, LetterFile Content)
{
    private const int SecondsPerMessage = 60;

    /// <summary>What the customer writes, one after the other; an email is one message.</summary>
    public IReadOnlyList<string> Messages => Channel == "email"
        ? [Content.Body]
        : Content.Body.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Reads the letters of a folder, by name.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="CommandException">There is none, or one is not readable.</exception>
    public static IReadOnlyList<Letter> ReadFolder(string folder)
    {
        var letters = (Directory.Exists(folder) ? Directory.GetFiles(folder) : [])
            .Order(StringComparer.Ordinal)
            .Select(Read)
            .OfType<Letter>()
            .ToList();
        return letters.Count > 0
            ? letters
            : throw new CommandException($"No letter (*{LetterFile.EmailEnding}, *{LetterFile.ChatEnding}) in '{folder}'.");
    }

    /// <summary>The ticket it becomes.</summary>
    /// <param name="options">How it is sent.</param>
    /// <param name="externalId">Its id.</param>
    public SubmitRequest Request(LetterOptions options, string externalId)
    {
        var request = new SubmitRequest
        {
            Source = options.Source,
            ExternalId = externalId,
            Channel = Channel,
            Queue = Channel == "email" ? options.EmailQueue : options.ChatQueue,
            Customer = new Customer { Id = Content.FromAddress, Name = Content.FromName, Address = Content.FromAddress },
            Subject = Content.Subject,
            Text = Messages[0],
            TextLanguage = Content.Language,
            Attributes = { [HandleTimes.Attribute] = ((Messages.Count + 1) * SecondsPerMessage).ToString(CultureInfo.InvariantCulture) },
        };
        if (Content.Language.Length > 0)
        {
            request.Languages.Add(new LanguageRequirement { Language = Content.Language, MinLevel = 1 });
        }

        return request;
    }

    private static Letter? Read(string path) => Path.GetExtension(path) switch
    {
        LetterFile.EmailEnding => new Letter(Path.GetFileName(path), "email", LetterFile.Read(path)),
        LetterFile.ChatEnding => new Letter(Path.GetFileName(path), "chat", LetterFile.Read(path)),
        _ => null,
    };
}
