using Router.CallLog;
using Router.Engine.Agents;
using Router.Engine.Policies;
using Router.Engine.Tickets;

namespace Router.Simulations.Bank;

/// <summary>A way to route the bank's calls: rules, and what the profiles say.</summary>
/// <param name="Name">What it is called in the figures.</param>
/// <param name="Selection">Who of those free comes first.</param>
/// <param name="HasLevels">Whether profiles say how much of his work a type is to an agent; else every skill has the same level.</param>
internal sealed record BankRule(string Name, string Selection, bool HasLevels)
{
    /// <summary>The bank's own: one queue, preferred customers 90 s forward, the longest idle of those who can.</summary>
    public static readonly BankRule OfTheBank = new("bank", QueuePolicy.LongestIdle, HasLevels: false);

    /// <summary>Ours: who does little else than what is asked comes first, so that those who can do much are left for what few can do.</summary>
    public static readonly BankRule Ours = new("ours", QueuePolicy.BestFit, HasLevels: true);

    private const string Queue = "bank";
    private const string Channel = "call";
    private const int PreferredPriority = 2;
    private const int PreferredSeconds = 90;
    private const int UsualLevel = 3;

    /// <summary>The rules.</summary>
    /// <param name="initial">Those of a new workspace.</param>
    public WorkspacePolicy Policy(WorkspacePolicy initial) => initial with
    {
        Skills = [.. CallTypes.All.Select(type => new CodeLabel(type))],
        Queues =
        [
            new QueuePolicy
            {
                Name = Queue,
                Channels = [new QueueChannel(Channel, WrapUp: new WrapUpRule(WrapUpKind.UntilDone, 0))],
                PriorityHeadStart = new Dictionary<int, int> { [PreferredPriority] = PreferredSeconds },
                Selection = Selection,
            },
        ],
    };

    /// <summary>What a caller asks for.</summary>
    /// <param name="row">The caller.</param>
    public static TicketContent Content(CallRow row) => new()
    {
        Source = Queue,
        ExternalId = row.Key,
        Channel = Channel,
        Queue = Queue,
        Priority = row.Priority,
        Skills = [new SkillNeed(row.Type, 1)],
        Languages = [new LanguageNeed(CallTypes.LanguageOf(row.Type), 1, 0)],
    };

    /// <summary>An agent's profile.</summary>
    /// <param name="id">His id.</param>
    /// <param name="served">How many calls of each type he served in the whole log.</param>
    public AgentProfile Profile(string id, IReadOnlyDictionary<string, int> served) => new()
    {
        Id = id,
        Skills = served.ToDictionary(type => type.Key, type => HasLevels ? LevelOf(type.Value, served) : UsualLevel),
        Languages = served.Keys.Select(CallTypes.LanguageOf).Distinct().ToDictionary(language => language, _ => UsualLevel),
    };

    private static int LevelOf(int served, IReadOnlyDictionary<string, int> all) =>
        1 + (int)Math.Round((AgentProfile.NativeLevel - 1) * (double)served / all.Values.Sum());
}
