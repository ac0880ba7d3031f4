using System.Text.RegularExpressions;
using Router.V1;

namespace Router.AgentClient.Terminal.Views;

/// <summary>Actions of a history in words: those of the contract, <c>OfferWithdrawn</c> as <c>offer withdrawn</c>.</summary>
internal static partial class HistoryTexts
{
    private static readonly Dictionary<HistoryAction, string> Texts =
        Enum.GetValues<HistoryAction>().ToDictionary(action => action, action => InnerCapital().Replace(action.ToString(), " $0").ToLowerInvariant());

    public static string Of(HistoryAction action) => Texts.GetValueOrDefault(action, "something newer than this terminal");

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex InnerCapital();
}
