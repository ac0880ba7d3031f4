using System.Text;

namespace Router.AgentClient;

/// <summary>What may be sent as a message's <c>reference</c>.</summary>
public static class WebAddress
{
    /// <summary>Longest reference of the contract, 2 KiB.</summary>
    public const int MaxBytes = 2 * 1024;

    /// <summary>Whether a text is an address and nothing else: an absolute http or https URI without a user name, up to <see cref="MaxBytes"/>.</summary>
    /// <param name="text">The text.</param>
    public static bool Is(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.UserInfo.Length == 0
        && address.IsWellFormedOriginalString()
        && Encoding.UTF8.GetByteCount(text) <= MaxBytes;
}
