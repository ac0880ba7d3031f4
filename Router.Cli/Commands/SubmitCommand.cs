using System.CommandLine;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Router.Cli.Connection;
using Router.Cli.Tickets;
using Router.Documents;
using Router.V1;

namespace Router.Cli.Commands;

/// <summary><c>router submit</c>: a new ticket.</summary>
internal sealed class SubmitCommand
{
    /// <summary>Default of <c>--source</c>.</summary>
    public const string DefaultSource = "cli";

    /// <summary>The attribute with the names of an email's attachments.</summary>
    private const string AttachmentsAttribute = "attachments";

    /// <summary>What the contract allows an external id.</summary>
    private const int MostIdBytes = 256;

    private readonly Argument<string> _channel = new("channel") { Description = "call, chat, email or another channel of the workspace." };
    private readonly Option<string?> _queue = new("--queue") { Description = "The queue (default: as the rules of the policy say).", HelpName = "name" };
    private readonly Option<string> _source = new("--source")
    {
        Description = "Who submits.",
        HelpName = "name",
        DefaultValueFactory = _ => DefaultSource,
    };

    private readonly Option<string?> _externalId = new("--external-id")
    {
        Description = "The contact's own id: the same id again is the same ticket (default: an email's Message-ID, else a new one).",
        HelpName = "id",
    };

    private readonly Option<int?> _priority = new("--priority")
    {
        Description = "0 to 9; higher is served earlier.",
        HelpName = "n",
        CustomParser = ValueForm.Of<int>("--priority", "a whole number, 0 to 9"),
    };

    private readonly Option<string?> _segment = new("--segment") { Description = "The customer's segment.", HelpName = "name" };
    private readonly Option<string[]> _languages = new("--language")
    {
        Description = $"A language, first choice first: {RequirementText.LanguageForm}.",
        HelpName = "language",
    };

    private readonly Option<string[]> _skills = new("--skill") { Description = $"A skill: {RequirementText.SkillForm}.", HelpName = "skill" };
    private readonly Option<string?> _customer = new("--customer") { Description = "The customer's id.", HelpName = "id" };
    private readonly Option<string?> _name = new("--name") { Description = "The customer's name.", HelpName = "name" };
    private readonly Option<string?> _address = new("--address") { Description = "Telephone number, email address or handle.", HelpName = "address" };
    private readonly Option<string?> _subject = new("--subject") { Description = "What it is about.", HelpName = "text" };
    private readonly Option<string[]> _attributes = new("--attribute") { Description = "NAME=VALUE, for the agent's screen.", HelpName = "pair" };
    private readonly Option<DateTimeOffset?> _at = TimeOptions.Create("--at", "Enter the queue at this time of the server");
    private readonly Option<int?> _timeToLive = new("--time-to-live")
    {
        Description = "Wait at most so many seconds.",
        HelpName = "seconds",
        CustomParser = ValueForm.Of<int>("--time-to-live", "a whole number of seconds"),
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print the server's answer as JSON." };
    private readonly TextOptions _text = new();

    private SubmitCommand()
    {
    }

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var submit = new SubmitCommand();
        var command = new Command("submit", "Submits a call, a chat or an email; prints its id, its place and what the customer may be told.")
        {
            submit._channel, submit._queue, submit._source, submit._externalId, submit._priority, submit._segment, submit._languages, submit._skills,
            submit._customer, submit._name, submit._address, submit._subject, submit._attributes, submit._at, submit._timeToLive, submit._json,
        };
        submit._text.AddTo(command);
        command.SetAction(submit.RunAsync);
        return command;
    }

    /// <summary>The request that a command line asks for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <exception cref="CommandException">A language, a skill, an attribute or the file is not readable.</exception>
    internal SubmitRequest RequestOf(ParseResult parsed)
    {
        var letter = _text.Read(parsed) ?? new LetterFile("");
        var request = new SubmitRequest
        {
            Source = parsed.GetRequiredValue(_source),
            ExternalId = parsed.GetValue(_externalId) ?? IdOf(letter),
            Channel = parsed.GetRequiredValue(_channel),
            Queue = parsed.GetValue(_queue) ?? "",
            Priority = parsed.GetValue(_priority) ?? 0,
            Segment = parsed.GetValue(_segment) ?? "",
            Customer = CustomerOf(parsed, letter),
            Subject = parsed.GetValue(_subject) ?? letter.Subject,
            Text = letter.Body,
            TextLanguage = letter.Language,
            ScheduleAt = parsed.GetValue(_at)?.ToTimestamp(),
            TimeToLive = parsed.GetValue(_timeToLive) is { } seconds ? Duration.FromTimeSpan(TimeSpan.FromSeconds(seconds)) : null,
        };
        request.Languages.Add(LanguagesOf(parsed, letter).Select(RequirementText.Language));
        request.Skills.Add((parsed.GetValue(_skills) ?? []).Select(RequirementText.Skill));
        foreach (var pair in parsed.GetValue(_attributes) ?? [])
        {
            request.Attributes.Add(NameOf(pair), pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        }

        if (letter.Attachments.Count > 0)
        {
            request.Attributes.TryAdd(AttachmentsAttribute, string.Join(", ", letter.Attachments));
        }

        return request;
    }

    private static string IdOf(LetterFile letter) =>
        Encoding.UTF8.GetByteCount(letter.MessageId) is > 0 and <= MostIdBytes ? letter.MessageId : Guid.NewGuid().ToString("N");

    private string[] LanguagesOf(ParseResult parsed, LetterFile letter) => parsed.GetValue(_languages) switch
    {
        { Length: > 0 } given => given,
        _ when letter.Language.Length > 0 => [letter.Language],
        _ => [],
    };

    private Customer? CustomerOf(ParseResult parsed, LetterFile letter)
    {
        var customer = new Customer
        {
            Id = parsed.GetValue(_customer) ?? "",
            Name = parsed.GetValue(_name) ?? letter.FromName,
            Address = parsed.GetValue(_address) ?? letter.FromAddress,
        };
        return customer.CalculateSize() == 0 ? null : customer;
    }

    private static string NameOf(string pair) =>
        pair.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
            ? pair[..at]
            : throw new CommandException($"--attribute is '{pair}': write NAME=VALUE.");

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var request = RequestOf(parsed);
        using var server = ServerConnection.Open(parsed);
        var tickets = new TicketService.TicketServiceClient(server.As(Role.Adapter, request.Source, request.Source));
        var answer = await tickets.SubmitAsync(request, cancellationToken: cancel);
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_json))
        {
            await output.WriteLineAsync(JsonFormatter.Default.Format(answer));
            return 0;
        }

        await output.WriteLineAsync($"ticket      {answer.TicketId}{(answer.Created ? "" : " (was here before)")}");
        await output.WriteLineAsync($"state       {StateText.Of(answer.State)}{(answer.Unroutable ? ", and no registered agent could ever serve it" : "")}");
        await output.WriteLineAsync($"waiting     {WaitingText.Of(answer.Waiting)}");
        await output.WriteLineAsync($"capability  {answer.CapabilityToken}");
        return 0;
    }
}
