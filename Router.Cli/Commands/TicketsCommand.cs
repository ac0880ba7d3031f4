using System.CommandLine;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Router.AgentClient.Terminal.Bidi;
using Router.Cli.Connection;
using Router.Cli.Tickets;
using Router.Documents;
using Router.V1;

namespace Router.Cli.Commands;

/// <summary><c>router tickets</c>: lists tickets, open or closed.</summary>
internal static class TicketsCommand
{
    private const int DefaultLimit = 50;
    private const int MostPerPage = 200;
    private const string None = "-";

    private static readonly TicketState[] Final = [TicketState.Completed, TicketState.Abandoned, TicketState.Cancelled, TicketState.Expired];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var closed = new Option<bool>("--closed") { Description = "Those closed in the last 35 days, the last closed first, instead of those that wait." };
        var states = new Option<string[]>("--state") { Description = "Only in this state; may be given again, for open states or for closed ones.", AllowMultipleArgumentsPerToken = true };
        states.AcceptOnlyFromAmong([.. System.Enum.GetValues<TicketState>().Where(s => s != TicketState.Unspecified).Select(StateText.Of)]);
        var queue = new Option<string>("--queue") { Description = "Only of this queue.", HelpName = "name", DefaultValueFactory = _ => "" };
        var channel = new Option<string>("--channel") { Description = "Only of this channel.", HelpName = "name", DefaultValueFactory = _ => "" };
        var agent = new Option<string>("--agent") { Description = "Of closed tickets: those that this agent had last.", HelpName = "id", DefaultValueFactory = _ => "" };
        var customer = new Option<string>("--customer") { Description = "Of closed tickets: those of this customer.", HelpName = "id", DefaultValueFactory = _ => "" };
        var from = TimeOptions.Create("--from", "Of closed tickets: closed from here on");
        var until = TimeOptions.Create("--until", "Of closed tickets: closed before");
        var limit = new Option<int?>("--limit")
        {
            Description = $"Most tickets (default: {DefaultLimit}).",
            HelpName = "number",
            CustomParser = ValueForm.Of<int>("--limit", "a whole number, 1 or more", n => n >= 1),
        };
        var command = new Command("tickets", "Lists tickets, one a line: since when its state is what it is (UTC), id, state, queue, channel, agent, customer.")
        {
            closed, states, queue, channel, agent, customer, from, until, limit,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            using var server = ServerConnection.Open(parsed);
            var supervisors = new SupervisorService.SupervisorServiceClient(server.As(Role.Supervisor, "cli"));
            var request = new ListTicketsRequest
            {
                Queue = parsed.GetRequiredValue(queue),
                Channel = parsed.GetRequiredValue(channel),
                AgentId = parsed.GetRequiredValue(agent),
                CustomerId = parsed.GetRequiredValue(customer),
                ClosedFrom = parsed.GetValue(from)?.ToTimestamp(),
                ClosedUntil = parsed.GetValue(until)?.ToTimestamp(),
                States = { States(parsed.GetValue(states) ?? [], parsed.GetValue(closed)) },
            };
            await PrintAsync(supervisors, request, parsed.GetValue(limit) ?? DefaultLimit, parsed.InvocationConfiguration.Output, cancel);
        });
        return command;
    }

    private static async Task PrintAsync(
        SupervisorService.SupervisorServiceClient supervisors, ListTicketsRequest request, int limit, TextWriter output, CancellationToken cancel)
    {
        for (var left = limit; left > 0;)
        {
            request.Limit = Math.Min(left, MostPerPage);
            var page = await supervisors.ListTicketsAsync(request, cancellationToken: cancel);
            foreach (var ticket in page.Tickets)
            {
                await output.WriteLineAsync(Line(ticket));
            }

            left = page.NextPageToken.Length == 0 ? 0 : left - page.Tickets.Count;
            request.PageToken = page.NextPageToken;
        }
    }

    private static IEnumerable<TicketState> States(string[] words, bool closed) =>
        words.Length > 0 ? System.Enum.GetValues<TicketState>().Where(state => words.Contains(StateText.Of(state)))
        : closed ? Final
        : [];

    private static string Line(Ticket ticket)
    {
        var agentId = ticket.Assignment?.AgentId ?? (ticket.Offers.Count > 0 ? ticket.Offers[0].AgentId : "");
        string[] names = [ticket.Id, StateText.Of(ticket.State), ticket.Queue, ticket.Channel, agentId, CustomerOf(ticket)];
        return string.Create(CultureInfo.InvariantCulture, $"{ticket.StateSince.ToDateTime():yyyy-MM-dd HH:mm:ss}  {string.Join("  ", names.Select(n => n.Length == 0 ? None : SafeText.OneLine(n)))}");
    }

    private static string CustomerOf(Ticket ticket) =>
        ticket.Customer is not { } customer ? "" : customer.Name.Length > 0 ? customer.Name : customer.Id.Length > 0 ? customer.Id : customer.Address;
}
