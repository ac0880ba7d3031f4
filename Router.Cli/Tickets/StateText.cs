using System.Text.RegularExpressions;
using Router.V1;

namespace Router.Cli.Tickets;

/// <summary>A ticket's state in the words of docs/states.md.</summary>
internal static partial class StateText
{
    /// <summary>The word: <c>wrapping_up</c>.</summary>
    /// <param name="state">A state.</param>
    public static string Of(TicketState state) => WordStart().Replace(state.ToString(), "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordStart();
}
