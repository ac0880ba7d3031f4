using Router.CallLog;
using Router.Cli.Connection;

namespace Router.Cli.CallLog;

/// <summary>A call log named on the command line.</summary>
internal static class LogFile
{
    /// <summary>Reads it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CommandException">It cannot be read, or a row is malformed.</exception>
    public static IReadOnlyList<CallRow> Read(string path)
    {
        try
        {
            return CallLogReader.Read(path);
        }
        catch (MalformedLogException malformed)
        {
            throw new CommandException($"Nothing was played. {malformed.Message}", malformed);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The log cannot be read: {unreadable.Message}", unreadable);
        }
    }
}
