using Router.Documents;
using Router.Engine;
using Router.Policies.Shape;
using Router.Simulations.Files.Form;

namespace Router.Simulations.Files;

/// <summary>The customers: kinds of contacts, how many of each come when.</summary>
/// <param name="Zone">The time zone of its hours.</param>
/// <param name="From">The first day, or null.</param>
/// <param name="Until">The day with which it ends, or null.</param>
/// <param name="Kinds">The kinds, by their place in the file.</param>
internal sealed record TrafficFile(TimeZoneInfo Zone, DateOnly? From, DateOnly? Until, IReadOnlyList<TrafficKind> Kinds)
{
    private const string List = "kinds";
    private const int MostKinds = 1_000;

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name.</param>
    /// <exception cref="DocumentException">It is not of this form; every mistake is told.</exception>
    public static TrafficFile Read(string file)
    {
        var traffic = DocumentFile.Message(Traffic.Parser, DocumentFile.Read(file), file);
        var found = new ShapeMistakes();
        var check = ShapeCheck.ForAll(found);
        var read = new TrafficFile(
            DayHoursShape.ReadZone(ref check, traffic.TimeZone),
            traffic.From.Length == 0 ? null : DayHoursShape.ReadDay(ref check, traffic.From, "from"),
            traffic.Until.Length == 0 ? null : DayHoursShape.ReadDay(ref check, traffic.Until, "until"),
            ReadKinds(ref check, traffic));
        return found.All.Count == 0 ? read : throw new DocumentException([.. found.All.Select(m => $"{file}: {m.Path}: {m.Message}")]);
    }

    private static List<TrafficKind> ReadKinds(ref ShapeCheck check, Traffic traffic)
    {
        var read = new List<TrafficKind>();
        check.Count(traffic.Kinds.Count, List, MostKinds);
        if (traffic.Kinds.Count == 0)
        {
            check.Fail(Reason.InvalidRequest, List, "is empty", "at least one kind of contacts");
        }

        for (var i = 0; i < traffic.Kinds.Count && check.IsGood; i++)
        {
            var kind = KindShape.Read(ref check, traffic.Kinds[i]);
            check.Once(read.TrueForAll(other => other.Name != kind.Name), "name", kind.Name);
            check.FoundIn(List, i);
            read.Add(kind);
        }

        return read;
    }
}
