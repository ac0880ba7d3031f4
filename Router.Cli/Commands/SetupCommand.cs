using System.CommandLine;
using System.Globalization;
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
            Description = "A JSON document with 'workspace', 'queues' and 'agents' in the contract's messages (such as demo/setup.json).",
        };
        var wait = new Option<bool>("--wait") { Description = "Wait for a server that is still starting." };
        var command = new Command("setup", "Puts skills, queues and agent profiles from a file. May be repeated.") { file, wait };
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetRequiredValue(file);
            var document = await SetupDocument.ReadAsync(path, cancel);
            using var server = ServerConnection.Open(parsed, isPatient: parsed.GetValue(wait));
            var version = await PutAsync(new SupervisorService.SupervisorServiceClient(server.As(Role.Admin, "setup")), document, cancel);
            var text = string.Create(
                CultureInfo.InvariantCulture, $"{document.Queues.Count} queues, {document.Agents.Count} agents; policy version {version}");
            await parsed.InvocationConfiguration.Output.WriteLineAsync(text);
        });
        return command;
    }

    private static async Task<long> PutAsync(SupervisorService.SupervisorServiceClient server, SetupDocument document, CancellationToken cancel)
    {
        var present = await server.GetWorkspacePolicyAsync(new GetWorkspacePolicyRequest(), cancellationToken: cancel);
        var version = present.Version;
        if (document.Workspace is not null)
        {
            var wanted = new PutWorkspacePolicyRequest { RequestId = NewId(), Workspace = document.Over(present.Workspace), ExpectedVersion = version };
            version = (await server.PutWorkspacePolicyAsync(wanted, cancellationToken: cancel)).Version;
        }

        foreach (var queue in document.Queues)
        {
            version = (await server.PutQueueAsync(new PutQueueRequest { RequestId = NewId(), Queue = queue }, cancellationToken: cancel)).Version;
        }

        foreach (var agent in document.Agents)
        {
            await server.PutAgentAsync(new PutAgentRequest { RequestId = NewId(), Profile = agent }, cancellationToken: cancel);
        }

        return version;
    }

    private static string NewId() => Guid.NewGuid().ToString("N");
}
