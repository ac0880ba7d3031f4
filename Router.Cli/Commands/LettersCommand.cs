using System.CommandLine;
using Router.Cli.Connection;
using Router.Cli.Letters;
using Router.Documents;

namespace Router.Cli.Commands;

/// <summary><c>router letters</c>: sends emails and chats from a folder, over and over.</summary>
internal static class LettersCommand
{
    /// <summary>Default of <c>--every</c>, in seconds of the server's time.</summary>
    public const int DefaultEverySeconds = 120;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "A folder with letters: *.eml, and *.chat with a line for each message." };
        var every = new Option<int?>("--every")
        {
            Description = "From one letter to the next, in seconds of the server's time.",
            HelpName = "seconds",
            DefaultValueFactory = _ => DefaultEverySeconds,
            CustomParser = ValueForm.Of<int>("--every", "a whole number, 1 or more", seconds => seconds >= 1),
        };
        var agents = new Option<string?>("--agents") { Description = "Agents who answer by themselves, with commas between.", HelpName = "ids" };
        var source = new Option<string>("--source") { Description = "Who submits.", HelpName = "name", DefaultValueFactory = _ => "letters" };
        var emails = new Option<string>("--email-queue") { Description = "The queue of emails.", HelpName = "name", DefaultValueFactory = _ => "email" };
        var chats = new Option<string>("--chat-queue") { Description = "The queue of chats.", HelpName = "name", DefaultValueFactory = _ => "chat" };
        var command = new Command("letters", "Sends emails and chats from a folder, one after the other, until it is stopped; customers answer in chats.")
        {
            folder, every, agents, source, emails, chats,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var letters = Letter.ReadFolder(parsed.GetRequiredValue(folder));
            var options = new LetterOptions
            {
                Source = parsed.GetRequiredValue(source),
                EmailQueue = parsed.GetRequiredValue(emails),
                ChatQueue = parsed.GetRequiredValue(chats),
                Every = TimeSpan.FromSeconds(parsed.GetValue(every)!.Value),
            };
            using var server = ServerConnection.Open(parsed, isPatient: true);
            var names = (parsed.GetValue(agents) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            await LetterRun.PlayAsync(server, letters, options, names, parsed.InvocationConfiguration.Error, cancel);
        });
        return command;
    }
}
