using System.Globalization;
using System.Text;
using Google.Protobuf.WellKnownTypes;
using Router.Engine;

namespace Router.Policies.Shape;

/// <summary>
/// Checks the fields of one request and keeps the first mistake. After a mistake further checks do nothing, so that a request
/// can be checked in one go; nothing is allocated for a request without mistake. Made by <see cref="ForAll"/> it gives all of
/// them to a list and goes on.
/// </summary>
public struct ShapeCheck
{
    private Reason _reason;
    private string _field;
    private string _wrong;
    private string _expected;
    private long _limit;
    private long _actual;
    private ShapeMistakes? _found;

    /// <summary>Whether to check further: no mistake was found so far, or all are wanted.</summary>
    public readonly bool IsGood => _reason == Reason.Unspecified && _found?.IsFull != true;

    /// <summary>The mistake as an outcome that is refused, with the field and what would be right for programs; null when there is none.</summary>
    public readonly Outcome? Mistake
    {
        get
        {
            if (_reason == Reason.Unspecified)
            {
                return null;
            }

            var message = $"'{_field}' {_wrong}; right would be {_expected}.";
            return _reason == Reason.TooLarge
                ? Outcome.Refused(_reason, message, ("field", _field), ("expected", _expected), ("limit", Text(_limit)), ("actual", Text(_actual)))
                : Outcome.Refused(_reason, message, ("field", _field), ("expected", _expected));
        }
    }

    /// <summary>A check that finds all mistakes of a document.</summary>
    /// <param name="found">Takes them.</param>
    public static ShapeCheck ForAll(ShapeMistakes found) => new() { _found = found };

    /// <summary>A required id or name.</summary>
    /// <param name="value">What came in.</param>
    /// <param name="field">Its field.</param>
    /// <param name="mostCharacters">Most UTF-16 characters.</param>
    public void Id(string value, string field, int mostCharacters)
    {
        if (value.Length == 0)
        {
            Fail(Reason.EmptyId, field, "is empty", $"1 to {mostCharacters} characters");
            return;
        }

        OptionalId(value, field, mostCharacters);
    }

    /// <summary>An id or name that may be empty.</summary>
    /// <param name="value">What came in.</param>
    /// <param name="field">Its field.</param>
    /// <param name="mostCharacters">Most UTF-16 characters.</param>
    public void OptionalId(string value, string field, int mostCharacters)
    {
        if (value.Length > mostCharacters)
        {
            FailLarge(field, $"has {value.Length} characters", $"at most {mostCharacters} characters", mostCharacters, value.Length);
        }
        else
        {
            Refuse(value, field, LineText.BadInId, "one line of text without characters that are not seen");
        }
    }

    /// <summary>A name of small letters, digits and some marks.</summary>
    /// <param name="value">What came in.</param>
    /// <param name="field">Its field.</param>
    /// <param name="marks">The marks.</param>
    public void Word(string value, string field, string marks)
    {
        foreach (var character in value)
        {
            if (!char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character) && !marks.Contains(character))
            {
                Fail(Reason.InvalidRequest, field, $"is {Shown.Text(value)}", $"characters of [a-z0-9{marks}] alone");
                return;
            }
        }
    }

    /// <summary>A required id or name, measured in bytes.</summary>
    /// <param name="value">What came in.</param>
    /// <param name="field">Its field.</param>
    /// <param name="mostBytes">Most bytes of UTF-8.</param>
    public void IdBytes(string value, string field, int mostBytes)
    {
        if (value.Length == 0)
        {
            Fail(Reason.EmptyId, field, "is empty", $"1 to {mostBytes} bytes");
            return;
        }

        Bytes(value, field, mostBytes);
        Refuse(value, field, LineText.BadInId, "one line of text without characters that are not seen");
    }

    /// <summary>One line of text, or none.</summary>
    /// <param name="value">What came in.</param>
    /// <param name="field">Its field.</param>
    /// <param name="mostBytes">Most bytes of UTF-8.</param>
    public void Line(string value, string field, int mostBytes)
    {
        Bytes(value, field, mostBytes);
        Refuse(value, field, LineText.BadInLine, "one line of text without control characters and without embeddings and overrides of its direction");
    }

    /// <summary>Text of any form, or none.</summary>
    /// <param name="value">What came in.</param>
    /// <param name="field">Its field.</param>
    /// <param name="mostBytes">Most bytes of UTF-8.</param>
    public void Bytes(string value, string field, int mostBytes)
    {
        const int mostBytesOfACharacter = 3;
        if (value.Length * mostBytesOfACharacter > mostBytes)
        {
            Size(Encoding.UTF8.GetByteCount(value), field, mostBytes);
        }
    }

    /// <summary>Bytes that were counted already.</summary>
    /// <param name="bytes">How many.</param>
    /// <param name="field">Their field.</param>
    /// <param name="mostBytes">Most bytes.</param>
    public void Size(int bytes, string field, int mostBytes)
    {
        if (bytes > mostBytes)
        {
            FailLarge(field, $"has {bytes} bytes", $"at most {mostBytes} bytes of UTF-8", mostBytes, bytes);
        }
    }

    /// <summary>How many elements a list or map has.</summary>
    /// <param name="actual">How many.</param>
    /// <param name="field">Its field.</param>
    /// <param name="most">Most elements.</param>
    public void Count(int actual, string field, int most)
    {
        if (actual > most)
        {
            FailLarge(field, $"has {actual} elements", $"at most {most}", most, actual);
        }

        _found?.Begin(field);
    }

    /// <summary>A required language tag.</summary>
    /// <param name="tag">What came in.</param>
    /// <param name="field">Its field.</param>
    public void Language(string tag, string field)
    {
        if (IsGood && !LanguageTag.IsWellFormed(tag))
        {
            Fail(
                Reason.InvalidLanguage,
                field,
                $"is {Shown.Text(tag)}",
                $"a BCP 47 language tag such as 'en' or 'pt-BR', at most {LanguageTag.MostCharacters} characters");
        }
    }

    /// <summary>A language tag that may be empty.</summary>
    /// <param name="tag">What came in.</param>
    /// <param name="field">Its field.</param>
    public void OptionalLanguage(string tag, string field)
    {
        if (tag.Length > 0)
        {
            Language(tag, field);
        }
    }

    /// <summary>A level of a skill or language.</summary>
    /// <param name="level">What came in.</param>
    /// <param name="field">Its field.</param>
    public void Level(int level, string field)
    {
        if (level is < 1 or > 5)
        {
            Fail(Reason.LevelOutOfRange, field, $"is {Text(level)}", "a level from 1 to 5");
        }
    }

    /// <summary>A number with a range of its own.</summary>
    /// <param name="value">What came in.</param>
    /// <param name="field">Its field.</param>
    /// <param name="least">Least value.</param>
    /// <param name="most">Most value.</param>
    public void Range(long value, string field, long least, long most)
    {
        if (value < least || value > most)
        {
            Fail(Reason.OutOfRange, field, $"is {Text(value)}", $"{Text(least)} to {Text(most)}");
        }
    }

    /// <summary>A length of time in whole milliseconds.</summary>
    /// <param name="value">What came in, or null.</param>
    /// <param name="field">Its field.</param>
    /// <param name="least">Least ms.</param>
    /// <param name="most">Most ms.</param>
    /// <returns>The ms; 0 for none and after a mistake.</returns>
    public long Milliseconds(Duration? value, string field, long least, long most)
    {
        if (value is null)
        {
            return 0;
        }

        var length = Times.ToMilliseconds(value);
        if (length is null || length < least || length > most)
        {
            Fail(
                Reason.OutOfRange,
                field,
                $"is {Text(value.Seconds)} s and {Text(value.Nanos)} ns",
                $"{Text(least)} to {Text(most)} ms, whole milliseconds");
        }

        return length ?? 0;
    }

    /// <summary>A length of time in whole seconds.</summary>
    /// <param name="value">What came in, or null.</param>
    /// <param name="field">Its field.</param>
    /// <param name="least">Least seconds.</param>
    /// <param name="most">Most seconds.</param>
    /// <returns>The seconds, or null for none and after a mistake.</returns>
    public int? Seconds(Duration? value, string field, int least, int most)
    {
        if (value is null)
        {
            return null;
        }

        if (value.Nanos != 0 || value.Seconds < least || value.Seconds > most)
        {
            Fail(
                Reason.OutOfRange,
                field,
                $"is {Text(value.Seconds)} s and {Text(value.Nanos)} ns",
                $"{Text(least)} to {Text(most)} s, whole seconds");
            return null;
        }

        return (int)value.Seconds;
    }

    /// <summary>A name that may come once in its list, and not if it is the system's own.</summary>
    /// <param name="isFirst">Whether it did not come before.</param>
    /// <param name="field">Its field.</param>
    /// <param name="value">The name.</param>
    public void Once(bool isFirst, string field, string value)
    {
        if (!isFirst)
        {
            Fail(Reason.InvalidRequest, field, $"is {Shown.Text(value)}, which is there before or the system's own", "each once");
        }
    }

    /// <summary>Any other mistake.</summary>
    /// <param name="reason">Its reason.</param>
    /// <param name="field">Where.</param>
    /// <param name="wrong">What is wrong, as <c>is empty</c>.</param>
    /// <param name="expected">What would be right.</param>
    public void Fail(Reason reason, string field, string wrong, string expected)
    {
        if (!IsGood)
        {
            return;
        }

        if (_found is not null)
        {
            _found.Add(reason, field, $"{wrong}; right would be {expected}.");
        }
        else
        {
            (_reason, _field, _wrong, _expected) = (reason, field, wrong, expected);
        }
    }

    /// <summary>Says of a mistake just found in an element in which list it is.</summary>
    /// <param name="list">The list's field.</param>
    /// <param name="index">The element, from 0.</param>
    /// <returns>Whether there is a mistake, after which the list need not be looked at further.</returns>
    public bool FoundIn(string list, int index)
    {
        _found?.EndElement(list, index);
        if (_reason == Reason.Unspecified)
        {
            return false;
        }

        _field = _field.Length == 0 ? $"{list}[{index}]" : $"{list}[{index}].{_field}";
        return true;
    }

    private void Refuse(string value, string field, Func<string, int> bad, string expected)
    {
        if (IsGood && bad(value) is >= 0 and var at)
        {
            Fail(Reason.InvalidRequest, field, $"is {Shown.Text(value)} and holds U+{(int)value[at]:X4} as character {Text(at + 1)}", expected);
        }
    }

    private void FailLarge(string field, string wrong, string expected, long limit, long actual)
    {
        if (IsGood)
        {
            Fail(Reason.TooLarge, field, wrong, expected);
            (_limit, _actual) = (limit, actual);
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
