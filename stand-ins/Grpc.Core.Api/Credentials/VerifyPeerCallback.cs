namespace Grpc.Core;

/// <summary>Checks a server's certificate; true lets the connection be made.</summary>
/// <param name="context">The server.</param>
public delegate bool VerifyPeerCallback(VerifyPeerContext context);
