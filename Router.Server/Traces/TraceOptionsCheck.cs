using Microsoft.Extensions.Options;

namespace Router.Server.Traces;

/// <summary>Checks <see cref="TraceOptions"/> at start and names all mistakes at once.</summary>
internal sealed class TraceOptionsCheck : IValidateOptions<TraceOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TraceOptions options)
    {
        var mistakes = new List<string>();
        if (options.Endpoint.Length > 0 && !(Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            mistakes.Add($"{TraceOptions.Section}:Endpoint is '{options.Endpoint}': it may be an address such as http://127.0.0.1:4317, or empty.");
        }

        if (options.Protocol is not (TraceOptions.Grpc or TraceOptions.Http))
        {
            mistakes.Add($"{TraceOptions.Section}:Protocol is '{options.Protocol}': it may be {TraceOptions.Grpc} or {TraceOptions.Http}.");
        }

        if (options.Share is not (>= 0 and <= 1))
        {
            mistakes.Add($"{TraceOptions.Section}:Share is {options.Share}: it may be 0 to 1.");
        }

        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
