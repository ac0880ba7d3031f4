using System.Text;

namespace Router.Server.Edge.Access;

/// <summary>The key of this server, read once at start.</summary>
internal sealed class SigningKey
{
    private SigningKey(byte[]? bytes) => Bytes = bytes;

    /// <summary>The key, or null when none is configured.</summary>
    public byte[]? Bytes { get; }

    /// <summary>Whether there is one.</summary>
    public bool Exists => Bytes is not null;

    /// <summary>Reads the key.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="mistakes">Takes what is wrong: both places are named, the file cannot be read, or the key is too short.</param>
    /// <returns>The key; without one after a mistake.</returns>
    public static SigningKey Read(AccessOptions options, List<string> mistakes)
    {
        if (options.SigningKey.Length == 0 && options.SigningKeyFile.Length == 0)
        {
            return new SigningKey(null);
        }

        var key = Find(options, mistakes);
        if (key is not null && key.Length < AccessOptions.FewestKeyBytes)
        {
            mistakes.Add($"{Source(options)} has {key.Length} bytes: a key has at least {AccessOptions.FewestKeyBytes}, such as the output of "
                + "'openssl rand -base64 48'.");
            key = null;
        }

        return new SigningKey(key);
    }

    private static byte[]? Find(AccessOptions options, List<string> mistakes)
    {
        if (options.SigningKey.Length > 0 && options.SigningKeyFile.Length > 0)
        {
            mistakes.Add($"{AccessOptions.Section}:SigningKey and {AccessOptions.Section}:SigningKeyFile are both set: set one of them.");
            return null;
        }

        if (options.SigningKey.Length > 0)
        {
            return Encoding.UTF8.GetBytes(options.SigningKey);
        }

        try
        {
            return Encoding.UTF8.GetBytes(File.ReadAllText(options.SigningKeyFile).TrimEnd('\r', '\n'));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            mistakes.Add($"{AccessOptions.Section}:SigningKeyFile is '{options.SigningKeyFile}', which cannot be read: {unreadable.Message}");
            return null;
        }
    }

    private static string Source(AccessOptions options) =>
        options.SigningKey.Length > 0
            ? $"{AccessOptions.Section}:SigningKey"
            : $"{AccessOptions.Section}:SigningKeyFile '{options.SigningKeyFile}'";
}
