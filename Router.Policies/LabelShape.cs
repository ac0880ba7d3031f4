using Router.Engine.Policies;
using Router.Policies.Shape;

namespace Router.Policies;

/// <summary>Reads a policy's lists of names with labels: skills, away reasons, dispositions.</summary>
internal static class LabelShape
{
    /// <summary>Reads a list in which each name stands once.</summary>
    /// <param name="check">Takes the first mistake.</param>
    /// <param name="field">Where the list is.</param>
    /// <param name="nameField">What the contract calls a name of it.</param>
    /// <param name="most">How long it may be.</param>
    /// <param name="labels">What came in.</param>
    /// <param name="reserved">A name that the router itself uses, or empty.</param>
    /// <param name="marks">The marks that a name may have beside small letters and digits; null when it may be any id.</param>
    public static List<CodeLabel> Read(
        ref ShapeCheck check, string field, string nameField, int most, IEnumerable<CodeLabel> labels, string reserved = "", string? marks = null)
    {
        var read = labels.ToList();
        var names = new HashSet<string>(StringComparer.Ordinal) { reserved };
        check.Count(read.Count, field, most);
        for (var i = 0; i < read.Count && check.IsGood; i++)
        {
            var (name, label) = read[i];
            check.Id(name, nameField, FieldLimits.Name);
            if (marks is not null)
            {
                check.Word(name, nameField, marks);
            }

            check.Line(label, "label", FieldLimits.LabelBytes);
            check.Once(names.Add(name), nameField, name);
            check.FoundIn(field, i);
        }

        return read;
    }
}
