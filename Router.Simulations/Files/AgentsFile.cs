using System.Text.Json.Nodes;
using Router.Documents;
using Router.Engine;
using Router.Policies;
using Router.Policies.Shape;
using Router.Simulations.Files.Form;

namespace Router.Simulations.Files;

/// <summary>The agents: a list of profiles as <c>router setup</c> takes them, each with its shifts.</summary>
/// <param name="Zone">The time zone of the shifts.</param>
/// <param name="Plans">The agents.</param>
internal sealed record AgentsFile(TimeZoneInfo Zone, IReadOnlyList<DutyPlan> Plans)
{
    private const string List = "agents";
    private const string ZoneField = "timeZone";
    private const int MostAgents = 10_000;
    private const int MostShifts = 1_000;
    private static readonly string[] Own = ["count", "shifts"];

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name.</param>
    /// <exception cref="DocumentException">It is not of this form; every mistake is told.</exception>
    public static AgentsFile Read(string file)
    {
        if (DocumentFile.Read(file) is not JsonObject root || root[List] is not JsonArray list || list.Count == 0)
        {
            throw new DocumentException($"{file}: may be an object with a list {List} of at least one profile, and {ZoneField}");
        }

        var mistakes = root.Where(part => part.Key is not (List or ZoneField or "workspace" or "queues"))
            .Select(part => $"{part.Key}: is not known; there may be {ZoneField}, {List}").ToList();
        if (root[ZoneField] is { } given && given.GetValueKind() != System.Text.Json.JsonValueKind.String)
        {
            mistakes.Add($"{ZoneField}: may be text");
        }

        var read = list.Select((node, i) => Read(node, $"{List}[{i}]", mistakes)).ToList();
        var found = new ShapeMistakes();
        if (mistakes.Count == 0)
        {
            var check = ShapeCheck.ForAll(found);
            var zone = DayHoursShape.ReadZone(ref check, (string?)root[ZoneField] ?? "");
            var plans = ReadPlans(ref check, found, read);
            if (found.All.Count == 0)
            {
                return new AgentsFile(zone, plans);
            }
        }

        throw new DocumentException([.. mistakes.Select(m => $"{file}: {m}"), .. found.All.Select(m => $"{file}: {m.Path}: {m.Message}")]);
    }

    // A profile stands as router setup has it, and what is ours beside its own fields.
    private static (V1.AgentProfile Profile, Duty Duty) Read(JsonNode? node, string path, List<string> mistakes)
    {
        var own = new JsonObject();
        var profile = node is JsonObject fields ? (JsonNode)fields.DeepClone() : node;
        foreach (var name in Own.Where(name => profile is JsonObject all && all.ContainsKey(name)))
        {
            own[name] = profile![name]?.DeepClone();
            ((JsonObject)profile).Remove(name);
        }

        var (wrongProfile, wrongDuty) = (MessageTree.Mistakes(V1.AgentProfile.Descriptor, profile, path).ToList(), MessageTree.Mistakes(Duty.Descriptor, own, path).ToList());
        mistakes.AddRange(wrongProfile);
        mistakes.AddRange(wrongDuty);
        return wrongProfile.Count + wrongDuty.Count == 0
            ? (V1.AgentProfile.Parser.ParseJson(profile!.ToJsonString()), Duty.Parser.ParseJson(own.ToJsonString()))
            : (new V1.AgentProfile(), new Duty());
    }

    private static List<DutyPlan> ReadPlans(ref ShapeCheck check, ShapeMistakes found, List<(V1.AgentProfile Profile, Duty Duty)> read)
    {
        var plans = new List<DutyPlan>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        check.Count(read.Count, List, MostAgents);
        for (var i = 0; i < read.Count && check.IsGood; i++)
        {
            var first = found.All.Count;
            var profile = ProfileShape.Read(ref check, read[i].Profile);
            check.Range(read[i].Duty.Count, "count", 0, MostAgents);
            var plan = new DutyPlan(profile, read[i].Duty.Count, ReadShifts(ref check, read[i].Duty));
            if (found.All.Count == first && !plan.Profiles.All(one => ids.Add(one.Id)))
            {
                check.Fail(Reason.InvalidRequest, "agent_id", $"is {Shown.Text(profile.Id)}, which is there before, perhaps with a number", "each once");
            }

            check.FoundIn(List, i);
            found.Rename(first, $"{List}[{i}].profile", $"{List}[{i}]");
            plans.Add(plan);
        }

        return plans;
    }

    private static List<(DayHours Hours, IReadOnlyList<DayHours> Breaks)> ReadShifts(ref ShapeCheck check, Duty duty)
    {
        var shifts = new List<(DayHours Hours, IReadOnlyList<DayHours> Breaks)>();
        check.Count(duty.Shifts.Count, "shifts", MostShifts);
        for (var i = 0; i < duty.Shifts.Count && check.IsGood; i++)
        {
            var shift = duty.Shifts[i];
            var hours = DayHoursShape.Read(ref check, shift.Weekdays, shift.Date, shift.From, shift.Until);
            shifts.Add((hours, ReadBreaks(ref check, shift, hours)));
            check.FoundIn("shifts", i);
        }

        return shifts;
    }

    private static List<DayHours> ReadBreaks(ref ShapeCheck check, Form.Shift shift, DayHours hours)
    {
        const int day = 24 * 60;
        var breaks = new List<DayHours>();
        check.Count(shift.Breaks.Count, "breaks", MostShifts);
        for (var i = 0; i < shift.Breaks.Count && check.IsGood; i++)
        {
            var from = DayHoursShape.MinuteOf(ref check, shift.Breaks[i].From, "from");
            var until = DayHoursShape.MinuteOf(ref check, shift.Breaks[i].Until, "until");
            from += from < hours.FromMinute ? day : 0;
            until += until <= from ? day : 0;
            if (until > hours.UntilMinute || (breaks.Count > 0 && from < breaks[^1].UntilMinute))
            {
                check.Fail(Reason.OutOfRange, "until", $"is {Shown.Text(shift.Breaks[i].Until)}", "breaks within the shift, one after the other");
            }

            check.FoundIn("breaks", i);
            breaks.Add(hours with { FromMinute = from, UntilMinute = until });
        }

        return breaks;
    }
}
