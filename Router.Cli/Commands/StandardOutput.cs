using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Router.Cli.Commands;

/// <summary>
/// What a command prints to. .NET drops what is written to a pipe that nobody reads any more, and a command that follows would never
/// end; here it is an error, as with other commands of a shell.
/// </summary>
internal static class StandardOutput
{
    /// <summary>The exit code of a command whose output nobody reads any more: as a shell has it of one ended by SIGPIPE.</summary>
    public const int NobodyReads = 141;

    private const int Descriptor = 1;
    private const int BrokenPipe = 32;

    /// <summary>Opens it.</summary>
    public static TextWriter Open()
    {
        if (!Console.IsOutputRedirected || OperatingSystem.IsWindows())
        {
            return Console.Out;
        }

        var stream = new FileStream(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        // In a file that commands write to one after the other, the console keeps the place.
        return stream.CanSeek ? Console.Out : new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true };
    }

    /// <summary>Whether it is an error because nobody reads any more.</summary>
    /// <param name="error">What a command ended with.</param>
    public static bool IsUnread(IOException error) => error.HResult == BrokenPipe;
}
