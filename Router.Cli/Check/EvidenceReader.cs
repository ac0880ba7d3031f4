using Grpc.Core;
using Router.Cli.Connection;
using Router.Cli.Journals;
using Router.V1;

namespace Router.Cli.Check;

/// <summary>Asks the server, as any client may, how its tickets are and what happened.</summary>
internal static class EvidenceReader
{
    private const int AtOnce = 16;

    /// <summary>Gathers what there is to know.</summary>
    /// <param name="sights">What clients saw.</param>
    /// <param name="server">A patient connection.</param>
    /// <param name="cancel">Ends the asking.</param>
    public static async Task<Evidence> GatherAsync(IReadOnlyList<Sight> sights, ServerConnection server, CancellationToken cancel)
    {
        var caller = server.As(Role.Supervisor, "check");
        var ids = sights.Where(sight => sight.Saw == SightKind.Submitted).Select(sight => sight.Ticket).Distinct().ToList();
        return new Evidence(
            sights,
            await TicketsAsync(new TicketService.TicketServiceClient(caller), ids, cancel),
            await EventsAsync(new EventService.EventServiceClient(caller), cancel));
    }

    private static async Task<Dictionary<string, Ticket?>> TicketsAsync(
        TicketService.TicketServiceClient server, List<string> ids, CancellationToken cancel)
    {
        var found = new Ticket?[ids.Count];
        var limits = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForAsync(0, ids.Count, limits, async (index, stop) => found[index] = await TicketAsync(server, ids[index], stop));
        return ids.Zip(found).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private static async Task<Ticket?> TicketAsync(TicketService.TicketServiceClient server, string id, CancellationToken cancel)
    {
        try
        {
            return await server.GetAsync(new GetTicketRequest { TicketId = id }, cancellationToken: cancel);
        }
        catch (RpcException unknown) when (RefusalText.ReasonOf(unknown) == "UNKNOWN_TICKET")
        {
            return null;
        }
    }

    private static async Task<List<Event>> EventsAsync(EventService.EventServiceClient server, CancellationToken cancel)
    {
        var events = new List<Event>();
        using var call = server.Watch(new WatchEventsRequest { EndAtNewest = true }, cancellationToken: cancel);
        await foreach (var happened in call.ResponseStream.ReadAllAsync(cancel))
        {
            events.Add(happened);
        }

        return events;
    }
}
