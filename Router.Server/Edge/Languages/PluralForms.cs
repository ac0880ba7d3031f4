using System.Globalization;

namespace Router.Server.Edge.Languages;

/// <summary>
/// A word in the forms that its language has for numbers. Each form has the numbers that take it: <c>1</c> is that number, <c>*1</c> all that end
/// in it, <c>*</c> the others; several stand apart by spaces. The one that says most goes: the number itself, then the longest ending.
/// </summary>
internal sealed class PluralForms
{
    private const string Number = "{n}";

    private readonly Dictionary<string, string> _forms = new(StringComparer.Ordinal);

    /// <summary>Reads the forms of a file.</summary>
    /// <param name="forms">A form for each list of numbers.</param>
    public PluralForms(IEnumerable<KeyValuePair<string, string>> forms)
    {
        foreach (var (numbers, form) in forms)
        {
            foreach (var number in numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                _forms[number] = form;
            }
        }
    }

    /// <summary>There is a form for every number.</summary>
    public bool IsComplete => _forms.ContainsKey("*");

    /// <summary>A number and the word, in the form that it takes.</summary>
    /// <param name="number">The number, 0 or above.</param>
    public string Of(int number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        var form = _forms.GetValueOrDefault(digits);
        for (var from = 0; form is null; from++)
        {
            form = _forms.GetValueOrDefault($"*{digits[from..]}");
        }

        return form.Replace(Number, digits, StringComparison.Ordinal);
    }
}
