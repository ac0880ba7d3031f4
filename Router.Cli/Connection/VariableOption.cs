using System.CommandLine;

namespace Router.Cli.Connection;

/// <summary>An option that stands in a variable of the environment where the command line does not have it.</summary>
internal sealed class VariableOption(string name, string variable, string description, string helpName)
{
    /// <summary>The option of every command.</summary>
    public Option<string?> Option { get; } = new(name) { Description = description, HelpName = helpName, Recursive = true };

    /// <summary>Its value; null: none, or an empty variable.</summary>
    /// <param name="parsed">The command line.</param>
    public string? In(ParseResult parsed) =>
        parsed.GetValue(Option) ?? (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null);
}
