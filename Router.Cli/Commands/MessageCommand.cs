using System.CommandLine;
using System.Globalization;
using Router.Cli.Connection;
using Router.V1;

namespace Router.Cli.Commands;

/// <summary><c>router message</c>: the customer writes.</summary>
internal static class MessageCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var ticket = new Argument<string>("ticket") { Description = "The ticket's id." };
        var source = new Option<string>("--source")
        {
            Description = "Who submitted the ticket.",
            HelpName = "name",
            DefaultValueFactory = _ => SubmitCommand.DefaultSource,
        };
        var language = new Option<string?>("--language") { Description = "The text's language (default: that of the ticket's first text).", HelpName = "tag" };
        var text = new TextOptions();
        var command = new Command("message", "Adds a message of the customer to a ticket; prints its number.") { ticket, source, language };
        text.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var letter = text.Read(parsed) ?? throw new CommandException("No text: give --text or --file.");
            using var server = ServerConnection.Open(parsed);
            var name = parsed.GetRequiredValue(source);
            var tickets = new TicketService.TicketServiceClient(server.As(Role.Adapter, name, name));
            var answer = await tickets.AppendAsync(
                new AppendRequest
                {
                    RequestId = Guid.NewGuid().ToString("N"),
                    TicketId = parsed.GetRequiredValue(ticket),
                    Language = parsed.GetValue(language) ?? letter.Language,
                    Text = letter.Body,
                },
                cancellationToken: cancel);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"message {answer.Number.ToString(CultureInfo.InvariantCulture)}");
        });
        return command;
    }
}
