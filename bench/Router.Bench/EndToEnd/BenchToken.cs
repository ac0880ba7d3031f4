using System.Diagnostics;
using System.Security.Cryptography;

namespace Router.Bench.EndToEnd;

/// <summary>A signing key for one run, and a token of role admin, minted by the command <c>router</c> as everybody does.</summary>
internal static class BenchToken
{
    private const int KeyBytes = 32;

    public static string NewKey() => Convert.ToHexString(RandomNumberGenerator.GetBytes(KeyBytes));

    public static async Task<string> MintAsync(string routerDll, string keyFile)
    {
        var start = new ProcessStartInfo("dotnet", [routerDll, "token", "admin", "--subject", "bench", "--key-file", keyFile])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var token = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? token.Trim() : throw new InvalidOperationException($"router token ended with {process.ExitCode}.");
    }
}
