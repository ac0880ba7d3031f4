using Router.AgentClient;
using Router.AgentClient.Connection;
using Router.AgentClient.Requests;
using Router.AgentClient.State;
using Router.V1;

namespace Router.Clients.Tests.AgentClient;

/// <summary>The example of docs/agent-client.md: an agent who accepts what he is offered, greets each customer, and completes.</summary>
public static class GreetingAgent
{
    /// <summary>Works until the session is over.</summary>
    /// <param name="server">The server's gRPC address.</param>
    /// <param name="options">Who signs in, with which token.</param>
    /// <returns>Why it is over.</returns>
    public static async Task<AgentConnection> WorkAsync(Uri server, AgentSessionOptions options)
    {
        using var channel = AgentChannel.Open(server);
        await using var session = AgentSession.Start(channel, options);
        var begun = new HashSet<(string TicketId, int Number, bool IsOffer)>();
        await foreach (var update in session.ReadUpdatesAsync())
        {
            foreach (var offer in update.State.Offers.Where(offer => begun.Add((offer.Ticket.Id, offer.OfferNo, true))))
            {
                Tell(await session.AcceptAsync(offer));
            }

            foreach (var ticket in update.State.InHand.Where(IsToBeServed).Where(ticket => begun.Add((ticket.TicketId, ticket.AssignmentNo, false))))
            {
                Tell(await session.WriteAsync(ticket, "Hello, how can I help?"));
                var disposition = update.State.FindQueue(ticket.Ticket.Queue)?.Dispositions.FirstOrDefault()?.Code ?? "";
                var completed = await session.CompleteAsync(ticket, disposition);
                Tell(completed.Done?.State == TicketState.WrappingUp ? await session.EndWrapUpAsync(ticket) : completed);
            }
        }

        return session.State.Connection;
    }

    private static bool IsToBeServed(TicketInHand ticket) => ticket is { WrapUp: null, IsParticipant: false };

    // A refusal is no fault: the customer has left, or another agent was first.
    private static void Tell(Answer answer) =>
        Console.WriteLine(answer.IsDone ? $"done, {answer.Done.State}" : $"{answer.Refusal.Reason}: {answer.Refusal.Message}");
}
