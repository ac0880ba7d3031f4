using Grpc.Core;
using Router.Cli.Connection;
using Router.V1;

namespace Router.Cli.Letters;

/// <summary>One customer's letter from its submit to its end: in a chat he answers each message of the agent, and leaves when he has no more to
/// say.</summary>
/// <param name="tickets">In role adapter.</param>
/// <param name="clock">The server's clock.</param>
/// <param name="options">How letters are sent.</param>
internal sealed class Correspondence(TicketService.TicketServiceClient tickets, ServerClock clock, LetterOptions options)
{
    /// <summary>Sends it and writes on.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="externalId">Its id.</param>
    /// <param name="cancel">Ends the writing.</param>
    public async Task WriteAsync(Letter letter, string externalId, CancellationToken cancel)
    {
        var answer = await tickets.SubmitAsync(letter.Request(options, externalId), cancellationToken: cancel);
        if (letter.Channel != "chat")
        {
            return;
        }

        try
        {
            await ChatAsync(answer.TicketId, letter, cancel);
        }
        catch (RpcException over) when (RefusalText.ReasonOf(over) is "WRONG_STATE" or "UNKNOWN_TICKET")
        {
            // The agent ended it before the customer did.
        }
    }

    private async Task ChatAsync(string ticket, Letter letter, CancellationToken cancel)
    {
        using var call = tickets.Watch(new WatchTicketRequest { TicketId = ticket, AfterMessage = 0 }, cancellationToken: cancel);
        var said = 1;
        await foreach (var update in call.ResponseStream.ReadAllAsync(cancel))
        {
            if (update.Message is not { Sender: MessageSender.Agent } answer)
            {
                continue;
            }

            await tickets.ConfirmAsync(new ConfirmMessagesRequest { TicketId = ticket, Number = answer.Number }, cancellationToken: cancel);
            await clock.UntilAsync(clock.Now + options.Thinks, cancel);
            if (said == letter.Messages.Count)
            {
                await tickets.EndAsync(new EndTicketRequest { RequestId = NewId(), TicketId = ticket, By = EndedBy.Customer }, cancellationToken: cancel);
                return;
            }

            var next = new AppendRequest { RequestId = NewId(), TicketId = ticket, Language = letter.Content.Language, Text = letter.Messages[said++] };
            await tickets.AppendAsync(next, cancellationToken: cancel);
        }
    }

    private static string NewId() => Guid.NewGuid().ToString("N");
}
