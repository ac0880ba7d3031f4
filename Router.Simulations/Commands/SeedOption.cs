using System.CommandLine;
using Router.Documents;

namespace Router.Simulations.Commands;

/// <summary>The option <c>--seed</c> of the commands that play with one chance.</summary>
internal static class SeedOption
{
    private const ulong Default = 1;

    /// <summary>Makes it; its value is never null.</summary>
    /// <param name="description">What it is the seed of.</param>
    public static Option<ulong?> Create(string description) => new("--seed")
    {
        Description = description,
        DefaultValueFactory = _ => Default,
        CustomParser = ValueForm.Of<ulong>("--seed", "a whole number, 0 or more"),
    };
}
