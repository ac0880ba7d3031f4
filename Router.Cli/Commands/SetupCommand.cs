using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Grpc.Core;
using Router.Cli.Connection;
using Router.Cli.Policies;
using Router.Cli.Setup;
using Router.V1;

namespace Router.Cli.Commands;

/// <summary><c>router setup</c>: skills, queues and agents from a file.</summary>
internal static partial class SetupCommand
{
    private const int MostTold = 20;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("file")
        {
            Description = "A document in JSON or YAML with 'workspace', 'queues' and 'agents' in the contract's messages (such as demo/setup.json).",
        };
        var replace = new Option<bool>("--replace") { Description = "Puts what the policy has otherwise as the file has it; else nothing is put then." };
        var wait = new Option<bool>("--wait") { Description = "Wait for a server that is still starting." };
        var command = new Command("setup", "Adds skills and queues from a file to the policy, and puts its agents. May be repeated.") { file, replace, wait };
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetRequiredValue(file);
            var document = await SetupDocument.ReadAsync(path, cancel);
            using var server = ServerConnection.Open(parsed, isPatient: parsed.GetValue(wait));
            var supervisors = new SupervisorService.SupervisorServiceClient(server.As(Role.Admin, "setup"));
            var version = await PutPolicyAsync(supervisors, document, path, parsed.GetValue(replace), cancel);
            await PutAgentsAsync(supervisors, document, path, cancel);
            var text = string.Create(
                CultureInfo.InvariantCulture, $"{document.Queues.Count} queues, {document.Agents.Count} agents; policy version {version}");
            await parsed.InvocationConfiguration.Output.WriteLineAsync(text);
        });
        return command;
    }

    /// <summary>Skills and queues become one version of the policy, if there is anything new in them.</summary>
    private static async Task<long> PutPolicyAsync(
        SupervisorService.SupervisorServiceClient server, SetupDocument document, string path, bool replace, CancellationToken cancel)
    {
        var present = await server.GetPolicyAsync(new GetPolicyRequest(), cancellationToken: cancel);
        var wanted = document.Over(present);
        RequireNoMistake((await server.ValidateAsync(new ValidateRequest { Policy = wanted }, cancellationToken: cancel)).Problems, path);
        var differences = (await server.DiffAsync(new DiffRequest { From = present.Version, Policy = wanted }, cancellationToken: cancel)).Differences;
        var changes = differences.Where(d => d.Before.Length > 0 || !Addition().IsMatch(d.Path)).ToList();
        if (changes.Count > 0 && !replace)
        {
            throw new CommandException(Lines(
                [$"{path}: version {present.Version} of the policy has this otherwise. Nothing was put; --replace puts it as the file has it:", .. changes.Select(PolicyText.Of)]));
        }

        if (differences.Count == 0)
        {
            return present.Version;
        }

        var published = await server.PublishAsync(
            new PublishRequest { RequestId = NewId(), Policy = wanted, ExpectedVersion = present.Version, Note = $"setup {Path.GetFileName(path)}" }, cancellationToken: cancel);
        RequireNoMistake(published.Problems, path);
        return published.Version;
    }

    private static async Task PutAgentsAsync(SupervisorService.SupervisorServiceClient server, SetupDocument document, string path, CancellationToken cancel)
    {
        foreach (var (index, agent) in document.Agents.Index())
        {
            try
            {
                await server.PutAgentAsync(new PutAgentRequest { RequestId = NewId(), Profile = agent }, cancellationToken: cancel);
            }
            catch (RpcException refused) when (RefusalText.ReasonOf(refused).Length > 0)
            {
                throw new CommandException(
                    $"{path}: agents[{index}]: {RefusalText.ReasonOf(refused)}: {refused.Status.Detail} What stands before it was put.", refused);
            }
        }
    }

    private static void RequireNoMistake(IEnumerable<PolicyProblem> problems, string path)
    {
        var mistakes = problems.Where(p => p.Severity != ProblemSeverity.Warning).Select(p => PolicyText.Of(p, path)).ToList();
        if (mistakes.Count > 0)
        {
            throw new CommandException(Lines(mistakes));
        }
    }

    private static string Lines(List<string> lines) => string.Join(
        "\nrouter: ", lines.Count <= MostTold ? lines : [.. lines.Take(MostTold), $"and {lines.Count - MostTold} more"]);

    private static string NewId() => Guid.NewGuid().ToString("N");

    // A whole queue, a field of the workspace, or an element of one.
    [GeneratedRegex(@"^(queues|workspace\.\w+)(\[[^\]]*\])?$")]
    private static partial Regex Addition();
}
