using Microsoft.Extensions.Options;

namespace Router.Server.Clock;

/// <summary>What <see cref="ClockOptions"/> may be.</summary>
internal sealed class ClockOptionsCheck : IValidateOptions<ClockOptions>
{
    public ValidateOptionsResult Validate(string? name, ClockOptions options)
    {
        var mistakes = new List<string>();
        if (!(options.Speed is >= ClockOptions.MinSpeed and <= ClockOptions.MaxSpeed))
        {
            mistakes.Add(
                $"{ClockOptions.Section}:Speed is {options.Speed}: it may be a number from {ClockOptions.MinSpeed} (real time) to {ClockOptions.MaxSpeed}.");
        }

        if (options.Since is not null && options.Start is null)
        {
            mistakes.Add($"{ClockOptions.Section}:Since is set without {ClockOptions.Section}:Start: set both or neither.");
        }

        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
