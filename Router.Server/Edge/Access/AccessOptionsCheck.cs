using Microsoft.Extensions.Options;

namespace Router.Server.Edge.Access;

/// <summary>What <see cref="AccessOptions"/> may be.</summary>
internal sealed class AccessOptionsCheck : IValidateOptions<AccessOptions>
{
    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        var mistakes = new List<string>();
        SigningKey.Read(options, mistakes);
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
