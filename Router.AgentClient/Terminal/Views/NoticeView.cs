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

    public static IReadOnlyList<IRenderable> Lines(AgentDesk desk, ViewTime time, int width) =>
        desk.State.Connection.Phase == ConnectionPhase.SignedIn && desk.Notice is { Kind: NoticeKind.Problem } problem
            ? [.. WrappedText.Lines(problem.Text, width - 1, Looks.Bad).Take(MostLines).Select(line => new Padder(line, new Padding(1, 0, 0, 0)))]
            : [Line(desk, time)];

    private static ScreenLine Line(AgentDesk desk, ViewTime time)
    {
        var connection = desk.State.Connection;
        var why = SafeText.OneLine(connection.Why);
        var wasSignedIn = desk.State.SessionId.Length > 0;
        return connection.Phase switch
        {
            ConnectionPhase.Connecting when !wasSignedIn => new ScreenLine().Add(" Connecting …", Looks.Dim),
            ConnectionPhase.Connecting => new ScreenLine(Looks.Alarm).Add(" The server is away: trying now … Your work is kept."),
            ConnectionPhase.Waiting => new ScreenLine(Looks.Alarm)
                .Add($" The server is away ({why}): trying again in {ViewTime.Seconds(Left(connection, time))}. Your work is kept."),
            ConnectionPhase.Over => new ScreenLine(Looks.Alarm).Add($" The session is over: {why}. {(desk.Mode is Browsing ? "r" : "Esc, then r")} signs in again here, q leaves."),
            _ => desk.Notice switch
            {
                { } news => new ScreenLine().Add($" {news.Text}", Looks.Warn),
                null => new ScreenLine(),
            },
        };
    }

    private static TimeSpan Left(AgentConnection connection, ViewTime time) =>
        connection.RetryAt is { } retry && retry > time.Real ? retry - time.Real : TimeSpan.Zero;
}
