using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Router.Server.Tests.Infrastructure;
using Router.Testing;

namespace Router.Server.Tests.Edge;

/// <summary>Well-formed messages that mean nothing good, to every method: each is answered or refused for what is wrong with it, and nothing breaks.</summary>
public sealed class HostileRequestTests
{
    private const int MostTickets = 20;
    private const int MostTextShown = 2_000;
    private const int LongestMessage = 5_000;
    private const int ClockMoved = 233;

    // A stream that is let in says nothing for as long as nothing happens.
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly StatusCode[] Mistakes =
        [StatusCode.Internal, StatusCode.Unknown, StatusCode.Cancelled, StatusCode.Unavailable, StatusCode.DeadlineExceeded, StatusCode.DataLoss];

    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create<byte[]>(b => b, b => b);

    private static readonly Dictionary<string, MessageDescriptor> Requests = new ServiceDescriptor[]
    {
        V1.TicketService.Descriptor, V1.SupervisorService.Descriptor, V1.EventService.Descriptor,
    }.SelectMany(s => s.Methods).Where(m => !m.IsClientStreaming).ToDictionary(m => $"{m.Service.FullName}/{m.Name}", m => m.InputType);

    [Fact]
    public Task Every_method_answers_or_says_what_is_wrong_and_what_it_left_can_be_loaded() => PlayAsync(seed: 7, rounds: 40);

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [Trait("Category", "long")]
    public Task So_it_does_for_long(int seed) => PlayAsync(seed, rounds: 1_000);

    private static async Task PlayAsync(int seed, int rounds)
    {
        await using var redis = await RedisProcess.StartAsync();
        await using (var server = await RouterServer.StartAsync(redis: redis))
        {
            using var admin = TestCaller.As(server, "admin", "root");
            var names = await SetUpAsync(admin);
            var messages = new HostileMessages(seed, names, server.Time.GetUtcNow());
            var wrong = new List<string>();
            HostileAgent[] agents = [.. names["agent"].Select(a => new HostileAgent(admin, a, messages))];
            for (var round = 0; round < rounds; round++)
            {
                await AddTicketAsync(admin, names["ticket"], round);
                var policy = await admin.Supervisors.GetPolicyAsync(new());
                foreach (var agent in agents)
                {
                    await agent.AskAsync();
                }

                foreach (var (name, type) in Requests)
                {
                    var request = messages.Next(type);
                    if (round % 2 == 0)
                    {
                        ChangeWhatIsThere(request, policy, messages);
                    }

                    if (await MistakeOfAsync(admin.Invoker, name, request) is { } mistake)
                    {
                        var text = request.ToString()!;
                        wrong.Add($"{name}: {mistake}\n    {text[..Math.Min(text.Length, MostTextShown)]}");
                    }
                }
            }

            wrong.AddRange(agents.SelectMany(a => a.Wrong));
            Array.ForEach(agents, a => a.Dispose());
            Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        }

        await using var next = await RouterServer.StartAsync(redis: redis);
        next.Logs.Expect(ClockMoved);
    }

    private static async Task<Dictionary<string, List<string>>> SetUpAsync(TestCaller admin)
    {
        await admin.Supervisors.PutWorkspacePolicyAsync(new() { Workspace = Workspace((await admin.Supervisors.GetWorkspacePolicyAsync(new())).Workspace) });
        foreach (var queue in new[] { "service", "other", "third" })
        {
            await admin.Supervisors.PutQueueAsync(new() { Queue = new() { Name = queue, Channels = { new V1.QueueChannelPolicy { Channel = "call" }, new V1.QueueChannelPolicy { Channel = "chat" } } } });
        }

        foreach (var agent in new[] { "ann", "ben", "cid" })
        {
            await admin.Supervisors.PutAgentAsync(new() { Profile = new() { AgentId = agent } });
        }

        return new()
        {
            ["ticket"] = [],
            ["queue"] = ["service", "other", "third"],
            ["agent"] = ["ann", "ben", "cid"],
            ["subject"] = ["Hello"],
            ["channel"] = ["call", "chat"],
            ["language"] = ["en", "he", "he-il"],
            ["skill"] = ["billing", "loans"],
            ["source"] = ["test"],
            ["external"] = [.. Enumerable.Range(0, 500).Select(i => $"e{i}")],
            ["name"] = ["service", "other", "third"],
            ["segment"] = ["gold", "red"],
            ["zone"] = ["UTC", "Asia/Jerusalem"],
            ["selection"] = ["", "best-fit", "round-robin"],
            ["disposition"] = ["sold"],
            [""] = ["", "a", "b", "gold", "red", "sold", "break", "1", "2", "Some text"],
        };
    }

    // Of a document that is drawn freely, little is right.
    private static void ChangeWhatIsThere(IMessage request, V1.Policy policy, HostileMessages messages)
    {
        var document = policy.Clone();
        switch (request)
        {
            case V1.PublishRequest publish:
                messages.Change(publish.Policy = document);
                break;
            case V1.ValidateRequest validate:
                messages.Change(validate.Policy = document);
                break;
            case V1.PutQueueRequest put when document.Queues.Count > 0:
                messages.Change(put.Queue = document.Queues[0]);
                break;
            case V1.PutWorkspacePolicyRequest put when document.Workspace is { } workspace:
                messages.Change(put.Workspace = workspace);
                break;
        }
    }

    // One more that is open, where there is a queue for it; the older ones are in all other states by then.
    private static async Task AddTicketAsync(TestCaller admin, List<string> known, int round)
    {
        try
        {
            known.Add((await admin.Tickets.SubmitAsync(new() { Source = "test", ExternalId = $"{round}", Channel = "chat", Queue = "service" })).TicketId);
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.NotFound or StatusCode.InvalidArgument or StatusCode.ResourceExhausted or StatusCode.FailedPrecondition)
        {
            return;
        }

        if (known.Count > MostTickets)
        {
            known.RemoveAt(0);
        }
    }

    private static V1.WorkspacePolicy Workspace(V1.WorkspacePolicy policy)
    {
        policy.Skills.Add(new V1.SkillDefinition { Name = "billing" });
        policy.Skills.Add(new V1.SkillDefinition { Name = "loans" });
        policy.Segments.Add("gold");
        policy.Segments.Add("red");
        return policy;
    }

    /// <summary>What is wrong with how a request was answered; null when nothing is.</summary>
    private static async Task<string?> MistakeOfAsync(CallInvoker invoker, string name, IMessage request)
    {
        var split = name.Split('/');
        var stream = split[1].StartsWith("Watch", StringComparison.Ordinal);
        using var limit = new CancellationTokenSource(stream ? Glance : Patience);
        try
        {
            var method = new Method<byte[], byte[]>(stream ? MethodType.ServerStreaming : MethodType.Unary, split[0], split[1], Bytes, Bytes);
            if (stream)
            {
                using var call = invoker.AsyncServerStreamingCall(method, null, new CallOptions(cancellationToken: limit.Token), request.ToByteArray());
                await call.ResponseStream.MoveNext(limit.Token);
            }
            else
            {
                using var call = invoker.AsyncUnaryCall(method, null, new CallOptions(cancellationToken: limit.Token), request.ToByteArray());
                await call;
            }

            return null;
        }
        catch (RpcException own) when (own.StatusCode == StatusCode.Cancelled && stream && limit.IsCancellationRequested)
        {
            return null;
        }
        catch (RpcException error) when (Mistakes.Contains(error.StatusCode))
        {
            return error.Status.ToString();
        }
        catch (RpcException refused)
        {
            var told = Told.Of(refused);
            return told.Message.Any(char.IsControl) || told.Message.Length is 0 or > LongestMessage ? $"says {told.Message}" : null;
        }
    }
}
