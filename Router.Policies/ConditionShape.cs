using Router.Engine;
using Router.Engine.Policies;
using Router.Policies.Shape;

namespace Router.Policies;

/// <summary>Reads the condition of one rule into a list in which each combination stands before what it combines.</summary>
internal sealed class ConditionShape
{
    /// <summary>Most conditions and comparisons of a rule.</summary>
    public const int Most = 1_000;

    private const int MostDepth = 16;
    private const int MostValues = 100;

    private static readonly string[] Fields = ["channel", "source", "language", "segment", "time", "time_of_day"];

    private readonly List<ConditionPart> _parts = [];

    /// <summary>What was read.</summary>
    public IReadOnlyList<ConditionPart> Parts => _parts;

    /// <summary>Reads a condition.</summary>
    /// <param name="check">Takes the mistakes.</param>
    /// <param name="condition">What came in; null is always true.</param>
    /// <param name="path">Where it is.</param>
    public void Read(ref ShapeCheck check, V1.Condition? condition, string path)
    {
        if (condition is null)
        {
            return;
        }

        Read(ref check, condition, path, 1);
        if (_parts.Count > Most)
        {
            check.Fail(Reason.TooLarge, path, $"has over {Most} conditions", $"at most {Most}");
        }
    }

    private void Read(ref ShapeCheck check, V1.Condition condition, string path, int depth)
    {
        if (_parts.Count > Most)
        {
            return;
        }

        if (depth > MostDepth)
        {
            check.Fail(Reason.TooLarge, path, $"stands deeper than {MostDepth} conditions", $"at most {MostDepth} within each other");
            return;
        }

        switch (condition.KindCase)
        {
            case V1.Condition.KindOneofCase.All:
                ReadAll(ref check, ConditionKind.All, condition.All, $"{path}.all.conditions", depth);
                break;
            case V1.Condition.KindOneofCase.Any:
                ReadAll(ref check, ConditionKind.Any, condition.Any, $"{path}.any.conditions", depth);
                break;
            case V1.Condition.KindOneofCase.Not:
                _parts.Add(new(ConditionKind.Not, 1));
                Read(ref check, condition.Not, $"{path}.not", depth + 1);
                break;
            case V1.Condition.KindOneofCase.Field:
                ReadField(ref check, condition.Field, $"{path}.field");
                break;
            default:
                check.Fail(Reason.InvalidRequest, path, "is empty", "one of all, any, not, field");
                break;
        }
    }

    private void ReadAll(ref ShapeCheck check, ConditionKind kind, V1.Conditions conditions, string path, int depth)
    {
        if (conditions.Conditions_.Count == 0)
        {
            check.Fail(Reason.InvalidRequest, path, "is empty", "at least one condition");
        }

        _parts.Add(new(kind, conditions.Conditions_.Count));
        for (var i = 0; i < conditions.Conditions_.Count && check.IsGood; i++)
        {
            Read(ref check, conditions.Conditions_[i], $"{path}[{i}]", depth + 1);
        }
    }

    private void ReadField(ref ShapeCheck check, V1.FieldCondition field, string path)
    {
        var isAttribute = field.Field.StartsWith(ConditionPart.AttributePrefix, StringComparison.Ordinal) && field.Field.Length > ConditionPart.AttributePrefix.Length;
        check.Line(field.Field, $"{path}.field", FieldLimits.AttributeBytes);
        if (!isAttribute && !Fields.Contains(field.Field))
        {
            check.Fail(Reason.InvalidRequest, $"{path}.field", $"is {Shown.Text(field.Field)}", $"one of {string.Join(", ", Fields)}, or attributes.NAME");
        }

        if (field.Comparison == V1.Comparison.Unspecified || !Enum.IsDefined(field.Comparison))
        {
            check.Fail(Reason.InvalidRequest, $"{path}.comparison", "is missing or has a value that this server does not know", "one of the contract's values");
        }

        CheckValues(ref check, field, path);
        var isLanguage = field.Field == "language";
        _parts.Add(new(
            ConditionKind.Field, 0, field.Field, (Comparison)field.Comparison, [.. field.Values.Select(v => isLanguage ? v.ToLowerInvariant() : v)]));
    }

    private static void CheckValues(ref ShapeCheck check, V1.FieldCondition field, string path)
    {
        var (least, most) = field.Comparison switch
        {
            V1.Comparison.In => (1, MostValues),
            V1.Comparison.Exists => (0, 0),
            _ => (1, 1),
        };
        if (field.Values.Count < least || field.Values.Count > most)
        {
            check.Fail(
                field.Values.Count > MostValues ? Reason.TooLarge : Reason.InvalidRequest,
                $"{path}.values",
                $"has {field.Values.Count} elements",
                least == most ? $"{least}" : $"{least} to {most}");
        }

        for (var i = 0; i < field.Values.Count && check.IsGood; i++)
        {
            check.Bytes(field.Values[i], $"{path}.values[{i}]", FieldLimits.AttributeBytes);
        }
    }
}
