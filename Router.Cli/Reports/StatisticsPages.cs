using System.Runtime.CompilerServices;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Router.Cli.Connection;
using Router.V1;

namespace Router.Cli.Reports;

/// <summary>Reads statistics of a long time piece by piece, as an answer has at most 10,000 rows.</summary>
internal static class StatisticsPages
{
    private const string TooLarge = "TOO_LARGE";

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    /// <summary>The rows, in order.</summary>
    /// <param name="server">In role supervisor.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="cancel">Ends it.</param>
    public static async IAsyncEnumerable<StatisticsRow> ReadAsync(
        SupervisorService.SupervisorServiceClient server, GetStatisticsRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        var ahead = new Stack<GetStatisticsRequest>([request]);
        while (ahead.TryPop(out var piece))
        {
            if (await TryAsync(server, piece, cancel) is { } answer)
            {
                foreach (var row in answer.Rows)
                {
                    yield return row;
                }
            }
            else
            {
                var (first, second) = await HalvesAsync(server, piece, cancel);
                ahead.Push(second);
                ahead.Push(first);
            }
        }
    }

    /// <returns>Null when there are too many rows and the time can be halved.</returns>
    private static async Task<GetStatisticsResponse?> TryAsync(
        SupervisorService.SupervisorServiceClient server, GetStatisticsRequest request, CancellationToken cancel)
    {
        var isDivisible = request.GroupBy.Contains(StatisticsGrouping.Interval)
            && (request.Until is null || request.Until.ToDateTime() - request.From.ToDateTime() > Interval);
        try
        {
            return await server.GetStatisticsAsync(request, cancellationToken: cancel);
        }
        catch (RpcException refused) when (isDivisible && RefusalText.ReasonOf(refused) == TooLarge)
        {
            return null;
        }
    }

    private static async Task<(GetStatisticsRequest First, GetStatisticsRequest Second)> HalvesAsync(
        SupervisorService.SupervisorServiceClient server, GetStatisticsRequest piece, CancellationToken cancel)
    {
        var from = piece.From.ToDateTime();
        var until = piece.Until?.ToDateTime()
            ?? (await server.GetLiveAsync(new GetLiveRequest { WithoutAgents = true }, cancellationToken: cancel)).ServerTime.ToDateTime() + Interval;
        var middle = from + (Interval * Math.Max(1, (int)((until - from) / Interval / 2)));
        var (first, second) = (piece.Clone(), piece.Clone());
        first.Until = second.From = middle.ToTimestamp();
        return (first, second);
    }
}
