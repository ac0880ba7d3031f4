using System.Diagnostics.CodeAnalysis;

namespace Router.Engine.Properties.Checks;

/// <summary>A promise does not hold.</summary>
internal sealed class Broken(string message) : Exception(message)
{
    public static void If([DoesNotReturnIf(true)] bool condition, string message)
    {
        if (condition)
        {
            throw new Broken(message);
        }
    }
}
