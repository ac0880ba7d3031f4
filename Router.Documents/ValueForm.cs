using System.CommandLine.Parsing;
using System.Globalization;

namespace Router.Documents;

/// <summary>Reads what is more than text on the command line, and says what to write where it is not.</summary>
public static class ValueForm
{
    /// <summary>A parser of one word; null for none.</summary>
    /// <param name="name">The option's or argument's name.</param>
    /// <param name="form">What to write, as <c>a whole number</c>.</param>
    /// <param name="mayBe">What else must hold of it; null is nothing.</param>
    public static Func<ArgumentResult, T?> Of<T>(string name, string form, Predicate<T>? mayBe = null)
        where T : struct, IParsable<T> => told =>
        told.Tokens is [var token] && T.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) && mayBe?.Invoke(value) != false
            ? value
            : Refuse<T>(told, name, form);

    /// <summary>Says what to write, unless nothing was written.</summary>
    /// <param name="told">What was written.</param>
    /// <param name="name">The option's or argument's name.</param>
    /// <param name="form">What to write.</param>
    public static T? Refuse<T>(ArgumentResult told, string name, string form)
        where T : struct
    {
        if (told.Tokens.Count > 0)
        {
            told.AddError($"{name} is '{string.Join(' ', told.Tokens.Select(t => t.Value))}': write {form}.");
        }

        return null;
    }
}
