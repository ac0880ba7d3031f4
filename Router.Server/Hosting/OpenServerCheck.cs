using Microsoft.Extensions.Options;
using Router.Server.Edge.Access;

namespace Router.Server.Hosting;

/// <summary>A server without a signing key, where every caller may do everything, may be reached from this machine alone.</summary>
internal sealed class OpenServerCheck(IEnumerable<IConfigureOptions<AccessOptions>> access) : IValidateOptions<ListenOptions>
{
    public ValidateOptionsResult Validate(string? name, ListenOptions options)
    {
        // Read without its own check, whose mistakes are reported by itself.
        var key = new AccessOptions();
        foreach (var source in access)
        {
            source.Configure(key);
        }

        return options.IsLoopback || key.SigningKey.Length + key.SigningKeyFile.Length > 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"{ListenOptions.Section}:Address is {options.Address} without a signing key, so that anybody there could do everything: "
                + $"set {AccessOptions.Section}:SigningKeyFile (docs/auth.md), or take a loopback address.");
    }
}
