using System.CommandLine;
using Router.Cli.Connection;
using Router.Cli.Policies;
using Router.Documents;
using Router.V1;

namespace Router.Cli.Commands;

/// <summary><c>router policy</c>: the whole policy as one document.</summary>
internal static class PolicyCommand
{
    private const int Refused = 1;
    private const string VersionForm = "a version's number, as 'router policy versions' lists them";

    /// <summary>The command.</summary>
    public static Command Create() => new("policy", "Checks, publishes, compares and takes back the policy, a document in JSON or YAML.")
    {
        Validate(), Publish(), Diff(), Rollback(), Get(), Versions(), Schema(),
    };

    private static Command Validate()
    {
        var file = FileArgument();
        var command = new Command("validate", "Tells every mistake of a document with its path, or what is foolish in it; changes nothing.") { file };
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetRequiredValue(file);
            var policy = PolicyFile.Read(path);
            using var server = ServerConnection.Open(parsed);
            var problems = (await Supervisors(server).ValidateAsync(new ValidateRequest { Policy = policy }, cancellationToken: cancel)).Problems;
            return await TellAsync(parsed, problems, path, problems.Count == 0 ? $"{path}: no mistake" : "");
        });
        return command;
    }

    private static Command Publish()
    {
        var file = FileArgument();
        var (expected, note, reprice) = (ExpectedOption(), NoteOption(), RepriceOption());
        var wait = new Option<bool>("--wait") { Description = "Wait for a server that is still starting." };
        var command = new Command("publish", "Makes a document the next version, or tells every mistake of it.") { file, expected, note, reprice, wait };
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetRequiredValue(file);
            var request = new PublishRequest
            {
                RequestId = NewId(),
                Policy = PolicyFile.Read(path),
                ExpectedVersion = parsed.GetValue(expected) ?? 0,
                Note = parsed.GetValue(note) ?? "",
                Reprice = parsed.GetValue(reprice),
            };
            using var server = ServerConnection.Open(parsed, isPatient: parsed.GetValue(wait));
            var published = await Supervisors(server).PublishAsync(request, cancellationToken: cancel);
            return await TellAsync(parsed, published.Problems, path, published.Version > 0 ? $"version {published.Version}" : "");
        });
        return command;
    }

    private static Command Diff()
    {
        var file = new Argument<string?>("file") { Description = "A document; without one two versions are compared.", Arity = ArgumentArity.ZeroOrOne };
        var from = VersionOption("--from", "The version to compare with; the present one when left out.");
        var to = VersionOption("--to", "The other version, where no document is given; the present one when left out.");
        var command = new Command("diff", "Tells where a document or a version differs from a version.") { file, from, to };
        command.SetAction(async (parsed, cancel) =>
        {
            var request = new DiffRequest { From = parsed.GetValue(from) ?? 0, To = parsed.GetValue(to) ?? 0 };
            if (parsed.GetValue(file) is { } path)
            {
                request.Policy = PolicyFile.Read(path);
            }

            using var server = ServerConnection.Open(parsed);
            foreach (var difference in (await Supervisors(server).DiffAsync(request, cancellationToken: cancel)).Differences)
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(PolicyText.Of(difference));
            }
        });
        return command;
    }

    private static Command Rollback()
    {
        var version = VersionArgument("The version whose content becomes the next one.", ArgumentArity.ExactlyOne);
        var (expected, note, reprice) = (ExpectedOption(), NoteOption(), RepriceOption());
        var command = new Command("rollback", "Makes an earlier version the next one.") { version, expected, note, reprice };
        command.SetAction(async (parsed, cancel) =>
        {
            var request = new RollbackRequest
            {
                RequestId = NewId(),
                Version = parsed.GetRequiredValue(version)!.Value,
                ExpectedVersion = parsed.GetValue(expected) ?? 0,
                Note = parsed.GetValue(note) ?? "",
                Reprice = parsed.GetValue(reprice),
            };
            using var server = ServerConnection.Open(parsed);
            var changed = await Supervisors(server).RollbackAsync(request, cancellationToken: cancel);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"version {changed.Version}");
        });
        return command;
    }

    private static Command Get()
    {
        var version = VersionArgument("The version; the present one when left out.", ArgumentArity.ZeroOrOne);
        var command = new Command("get", "Prints a version as JSON, which 'publish' reads.") { version };
        command.SetAction(async (parsed, cancel) =>
        {
            using var server = ServerConnection.Open(parsed);
            var policy = await Supervisors(server).GetPolicyAsync(new GetPolicyRequest { Version = parsed.GetValue(version) ?? 0 }, cancellationToken: cancel);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(PolicyText.Of(policy));
        });
        return command;
    }

    private static Command Versions()
    {
        var command = new Command("versions", "Lists the last hundred versions, the newest first.");
        command.SetAction(async (parsed, cancel) =>
        {
            using var server = ServerConnection.Open(parsed);
            foreach (var version in (await Supervisors(server).ListVersionsAsync(new ListVersionsRequest(), cancellationToken: cancel)).Versions)
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(PolicyText.Of(version));
            }
        });
        return command;
    }

    private static Command Schema()
    {
        var command = new Command("schema", "Prints the JSON Schema of a document, for editors: docs/policy.schema.json. Asks no server.");
        command.SetAction((parsed, _) => parsed.InvocationConfiguration.Output.WriteLineAsync(PolicyFile.Schema()));
        return command;
    }

    private static async Task<int> TellAsync(ParseResult parsed, IReadOnlyCollection<PolicyProblem> problems, string file, string done)
    {
        foreach (var problem in problems)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(PolicyText.Of(problem, file));
        }

        if (done.Length > 0)
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync(done);
        }

        return problems.Any(p => p.Severity == ProblemSeverity.Error) ? Refused : 0;
    }

    private static Argument<string> FileArgument() => new("file")
    {
        Description = "The policy in protobuf's JSON form, as JSON or, when the name ends in .yaml or .yml, as YAML (such as demo/policy.yaml).",
    };

    private static Argument<long?> VersionArgument(string description, ArgumentArity arity) =>
        new("version") { Description = description, Arity = arity, CustomParser = ValueForm.Of<long>("version", VersionForm) };

    private static Option<long?> VersionOption(string name, string description) =>
        new(name) { Description = description, HelpName = "version", CustomParser = ValueForm.Of<long>(name, VersionForm) };

    private static Option<long?> ExpectedOption() => VersionOption("--expected", "Only if this is the present version; any when left out.");

    private static Option<string?> NoteOption() => new("--note") { Description = "Why, for those who look back." };

    private static Option<bool> RepriceOption() => new("--reprice") { Description = "Also compute the due times of open tickets anew." };

    private static SupervisorService.SupervisorServiceClient Supervisors(ServerConnection server) => new(server.As(Role.Admin, "policy"));

    private static string NewId() => Guid.NewGuid().ToString("N");
}
