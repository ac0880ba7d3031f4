using System.CommandLine;
using System.Globalization;
using Grpc.Core;
using Router.Cli.Connection;
using Router.Cli.Setup;
using Router.V1;

namespace Router.Cli.Commands;

/// <summary><c>router setup</c>: skills, queues and agents from a file.</summary>
internal static class SetupCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("file")
        {
            Description = "A document in JSON or YAML with 'workspace', 'queues' and 'agents' in the contract's messages (such as demo/setup.json).",
        };
        var wait = new Option<bool>("--wait") { Description = "Wait for a server that is still starting." };
        var command = new Command("setup", "Puts skills, queues and agent profiles from a file. May be repeated.") { file, wait };
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetRequiredValue(file);
            var document = await SetupDocument.ReadAsync(path, cancel);
            using var server = ServerConnection.Open(parsed, isPatient: parsed.GetValue(wait));
            var supervisors = new SupervisorService.SupervisorServiceClient(server.As(Role.Admin, "setup"));
            var version = await PutAsync(supervisors, document, where => $"{path}: {where}", cancel);
            var text = string.Create(
                CultureInfo.InvariantCulture, $"{document.Queues.Count} queues, {document.Agents.Count} agents; policy version {version}");
            await parsed.InvocationConfiguration.Output.WriteLineAsync(text);
        });
        return command;
    }

    private static async Task<long> PutAsync(
        SupervisorService.SupervisorServiceClient server, SetupDocument document, Func<string, string> at, CancellationToken cancel)
    {
        var present = await server.GetWorkspacePolicyAsync(new GetWorkspacePolicyRequest(), cancellationToken: cancel);
        var version = present.Version;
        if (document.Workspace is not null)
        {
            var wanted = new PutWorkspacePolicyRequest { RequestId = NewId(), Workspace = document.Over(present.Workspace), ExpectedVersion = version };
            version = (await ToldAsync(at("workspace"), server.PutWorkspacePolicyAsync(wanted, cancellationToken: cancel))).Version;
        }

        foreach (var (index, queue) in document.Queues.Index())
        {
            var wanted = new PutQueueRequest { RequestId = NewId(), Queue = queue };
            version = (await ToldAsync(at($"queues[{index}]"), server.PutQueueAsync(wanted, cancellationToken: cancel))).Version;
        }

        foreach (var (index, agent) in document.Agents.Index())
        {
            var wanted = new PutAgentRequest { RequestId = NewId(), Profile = agent };
            await ToldAsync(at($"agents[{index}]"), server.PutAgentAsync(wanted, cancellationToken: cancel));
        }

        return version;
    }

    private static async Task<T> ToldAsync<T>(string where, AsyncUnaryCall<T> put)
    {
        try
        {
            return await put;
        }
        catch (RpcException refused) when (RefusalText.ReasonOf(refused).Length > 0)
        {
            throw new CommandException($"{where}: {RefusalText.ReasonOf(refused)}: {refused.Status.Detail} What stands before it was put.", refused);
        }
    }

    private static string NewId() => Guid.NewGuid().ToString("N");
}
