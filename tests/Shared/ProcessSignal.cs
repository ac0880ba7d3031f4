using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Router.Testing;

/// <summary>Sends Unix signals that <see cref="Process"/> has no name for. Numbers as on Linux.</summary>
public static class ProcessSignal
{
    private const int SigTerm = 15;
    private const int SigCont = 18;
    private const int SigStop = 19;

    /// <summary>Asks a process to end.</summary>
    /// <param name="process">A running process that the caller started.</param>
    public static void Terminate(Process process) => Send(process, SigTerm);

    /// <summary>Holds a process where it is.</summary>
    /// <param name="process">A running process that the caller started.</param>
    public static void Stop(Process process) => Send(process, SigStop);

    /// <summary>Lets a held process go on.</summary>
    /// <param name="process">A running process that the caller started.</param>
    public static void Continue(Process process) => Send(process, SigCont);

    private static void Send(Process process, int signal)
    {
        ArgumentNullException.ThrowIfNull(process);
        if (Kill(process.Id, signal) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError(), $"Signal {signal} to process {process.Id}");
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
