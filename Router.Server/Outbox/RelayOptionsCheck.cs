using Microsoft.Extensions.Options;

namespace Router.Server.Outbox;

/// <summary>What <see cref="RelayOptions"/> may be.</summary>
internal sealed class RelayOptionsCheck : IValidateOptions<RelayOptions>
{
    public ValidateOptionsResult Validate(string? name, RelayOptions options) =>
        options.AlarmAt is >= RelayOptions.MinAlarmAt and <= RelayOptions.MaxAlarmAt
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"{RelayOptions.Section}:{nameof(options.AlarmAt)} is {options.AlarmAt}: it may be {RelayOptions.MinAlarmAt} to {RelayOptions.MaxAlarmAt} events.");
}
