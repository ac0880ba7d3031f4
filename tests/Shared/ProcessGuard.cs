using System.Diagnostics;

namespace Router.Testing;

/// <summary>
/// Ends a process that a test started, and deletes its folder, when the test run is gone without having done so: cut short, crashed or killed.
/// It is a shell that waits for the end of its input, which this process holds open and the system closes at the latest with it.
/// </summary>
public sealed class ProcessGuard : IDisposable
{
    private const string Script = "read -r _; kill -9 \"$1\"; if [ -n \"$2\" ]; then rm -rf \"$2\"; fi";

    private readonly Process _shell;

    /// <summary>Guards a process from now on.</summary>
    /// <param name="process">A running process that the caller started.</param>
    /// <param name="folder">A folder to delete after it; null for none.</param>
    public ProcessGuard(Process process, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(process);
        string[] arguments = ["-c", Script, "guard", $"{process.Id}", folder ?? ""];
        _shell = Process.Start(new ProcessStartInfo("/bin/sh", arguments) { RedirectStandardInput = true })!;
    }

    /// <summary>Guards it no longer: the process has ended.</summary>
    public void Dispose()
    {
        _shell.Kill();
        _shell.WaitForExit();
        _shell.Dispose();
    }
}
