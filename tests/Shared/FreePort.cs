using System.Net;
using System.Net.Sockets;

namespace Router.Testing;

/// <summary>Finds TCP ports for servers of a test.</summary>
public static class FreePort
{
    // Below what Linux gives to outgoing connections (32768 on), so that none of those takes the port while its server restarts.
    private const int Lowest = 12_000;
    private const int End = 32_000;

    /// <summary>A port of 127.0.0.1 that nobody listens on now.</summary>
    /// <returns>12000 to 31999.</returns>
    public static int Next()
    {
        while (true)
        {
            var port = Random.Shared.Next(Lowest, End);
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
            }
        }
    }
}
