using System.IO.Compression;
using Router.CallLog;
using Router.Documents;
using Router.Engine.Policies;
using Router.Simulations.Files;
using Router.Simulator.Runs;

namespace Router.Simulations.Scenarios;

/// <summary>All that <c>simulate run</c> plays, read and found good.</summary>
internal sealed class RunPlan
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private readonly AgentsFile _agents;

    private RunPlan(IReadOnlyList<(string File, WorkspacePolicy Policy)> policies, AgentsFile agents, ICustomers customers, long from, long until)
    {
        _agents = agents;
        Policies = policies;
        Customers = customers;
        From = from;
        Until = until;
    }

    /// <summary>The policies: one, or a second to be compared with it.</summary>
    public IReadOnlyList<(string File, WorkspacePolicy Policy)> Policies { get; }

    /// <summary>Who comes.</summary>
    public ICustomers Customers { get; }

    /// <summary>How many agents there are.</summary>
    public int AgentCount => _agents.Plans.Sum(plan => Math.Max(1, plan.Count));

    /// <summary>When it begins, ms since 1970.</summary>
    public long From { get; }

    /// <summary>When it ends, ms since 1970.</summary>
    public long Until { get; }

    /// <summary>What is odd and no mistake.</summary>
    public IReadOnlyList<string> Warnings { get; private init; } = [];

    /// <summary>Reads all files.</summary>
    /// <param name="request">What is asked for.</param>
    /// <exception cref="DocumentException">Something cannot be simulated; every mistake of every file is told.</exception>
    public static RunPlan Read(RunRequest request)
    {
        var mistakes = new List<string>();
        var names = request.Against is null ? [request.Policy] : new[] { request.Policy, request.Against };
        var policies = names.Select(file => (File: file, Policy: Try(mistakes, () => PolicyDocument.Read(file))!)).ToList();
        var agents = Try(mistakes, () => AgentsFile.Read(request.Agents));
        var customers = Try(mistakes, () => ReadCustomers(request));
        var (from, until) = customers is null ? (0, 0) : SpanOf(request, customers, mistakes);
        var warnings = new List<string>();
        if (mistakes.Count == 0)
        {
            agents!.Plans.Select((plan, i) => (plan, i)).Where(one => one.plan.HasOverlap(from, until, agents.Zone)).ToList()
                .ForEach(one => mistakes.Add($"{request.Agents}: agents[{one.i}].shifts: overlap between {request.From} and the end; right would be shifts apart from each other"));
            policies.ForEach(one => Rehearsal.Try(one.Policy, agents, request.Agents, customers!, mistakes, warnings));
        }

        return mistakes.Count == 0
            ? new RunPlan(policies, agents!, customers!, from, until) { Warnings = [.. warnings.Distinct()] }
            : throw new DocumentException([.. mistakes.Distinct()]);
    }

    /// <summary>What is played with one of the policies. Of the same seed customers are the same.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="seed">The seed of chance.</param>
    public Scenario Scenario(WorkspacePolicy policy, ulong seed) => new()
    {
        Policy = policy,
        // Who comes after the end still works at what came before.
        Agents = [.. _agents.Plans.SelectMany(plan => plan.Agents(From, Until + (long)ScenarioRun.MostDrain.TotalMilliseconds, _agents.Zone))],
        Calls = Customers.Calls(policy, From, Until, seed),
        From = From,
        Until = Until,
    };

    private static T? Try<T>(List<string> mistakes, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (DocumentException wrong)
        {
            mistakes.AddRange(wrong.Mistakes);
            return null;
        }
    }

    private static ICustomers ReadCustomers(RunRequest request)
    {
        if ((request.Log is null) == (request.Traffic is null))
        {
            throw new DocumentException("--log, --traffic: one of the two says who comes");
        }

        if (request.Traffic is { } traffic)
        {
            return new TrafficCustomers(traffic, TrafficFile.Read(traffic));
        }

        try
        {
            return new LoggedCustomers(request.Log!, ReadLog(request.Log!), request.Queue);
        }
        catch (MalformedLogException wrong)
        {
            throw new DocumentException(wrong.Message, wrong);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new DocumentException($"{request.Log}: it cannot be read: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>Reads a log, perhaps compressed.</summary>
    /// <param name="path">The file.</param>
    public static IReadOnlyList<CallRow> ReadLog(string path)
    {
        using var file = File.OpenRead(path);
        using var text = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        return CallLogReader.Read(text, path);
    }

    private static (long From, long Until) SpanOf(RunRequest request, ICustomers customers, List<string> mistakes)
    {
        var from = request.From is { } begin ? At(begin) : customers.Span.From;
        var until = request.Until is { } end ? At(end) : customers.Span.Until;
        if (from == 0 || until == 0)
        {
            mistakes.Add($"{customers.File}: does not say {(from == 0 ? "'from'" : "'until'")}; right would be a day there, or the option {(from == 0 ? "--from" : "--until")}");
        }
        else if (until <= from || until - from > Longest.TotalMilliseconds)
        {
            mistakes.Add($"--from, --until: {Text(from)} to {Text(until)}; right would be an end after the beginning, at most {Longest.Days} days later");
        }

        return (from, until);

        long At(DateTime local) => new DateTimeOffset(local, customers.Zone.GetUtcOffset(local)).ToUnixTimeMilliseconds();

        string Text(long ms) => $"{TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(ms), customers.Zone):yyyy-MM-dd HH:mm}";
    }
}
