using Router.AgentClient.Connection;
using Router.AgentClient.Terminal.Bidi;
using Router.AgentClient.Terminal.Modes;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Router.AgentClient.Terminal.Views;

/// <summary>The state of the connection while there is none, else what happened last.</summary>
internal static class NoticeView
{
    private const int MostLines = 3;

    public static IReadOnlyList<IRenderable> Lines(AgentDesk desk, ViewTime time, int width) => desk switch
    {
        { State.Connection.Phase: not ConnectionPhase.SignedIn } when Trouble(desk, time) is { } trouble =>
            Lines(trouble, width, Looks.Alarm, Looks.Alarm),
        { State.Connection.Phase: not ConnectionPhase.SignedIn } => [new ScreenLine().Add(" Connecting …", Looks.Dim)],
        { Notice: { } notice } => Lines(notice.Text, width, notice.Kind == NoticeKind.Problem ? Looks.Bad : Looks.Warn),
        _ => [new ScreenLine()],
    };

    private static List<IRenderable> Lines(string text, int width, Style style, Style? background = null) =>
        [.. WrappedText.Broken(text, width - 1).Take(MostLines).Select(line => new ScreenLine(background).AddSentence($" {line}", style))];

    // Null before the first sign-in.
    private static string? Trouble(AgentDesk desk, ViewTime time)
    {
        var connection = desk.State.Connection;
        var why = SafeText.OneLine(connection.Why);
        return connection.Phase switch
        {
            ConnectionPhase.Connecting when desk.State.SessionId.Length == 0 => null,
            ConnectionPhase.Connecting => "The server is away: trying now … Your work is kept.",
            ConnectionPhase.Waiting => $"The server is away ({why}): trying again in {ViewTime.Seconds(Left(connection, time))}. Your work is kept.",
            _ => $"The session is over: {why}. {(desk.Mode is Browsing ? "r" : "Esc, then r")} signs in again here, q leaves.",
        };
    }

    private static TimeSpan Left(AgentConnection connection, ViewTime time) =>
        connection.RetryAt is { } retry && retry > time.Real ? retry - time.Real : TimeSpan.Zero;
}
