using System.Reflection;
using System.Runtime.CompilerServices;
using Router.Engine.Commands;
using Router.Engine.State;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;
using Router.Engine.Transitions;

namespace Router.Engine.Tests.State;

/// <summary>A closed ticket that is used again is as a new one.</summary>
public sealed class TicketPoolTests
{
    [Fact]
    public void Clear_OfATicketWithEverything_LeavesNothing()
    {
        var ticket = Blank();
        foreach (var field in Fields())
        {
            field.SetValue(ticket, Junk(field.FieldType));
        }

        ticket.Clear();

        Assert.All(Fields(), f => Assert.Equal(f.GetValue(Blank()), f.GetValue(ticket)));
    }

    [Fact]
    public void Policy_PublishedBeforeATicketWasClosedAndItsPlaceTaken_ReachesTheOthersAlone()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp);
        string[] calls = [.. Enumerable.Range(0, 1_200).Select(_ => workspace.Submit("call"))];
        workspace.Change(p => p with { Queues = [.. p.Queues.Select(q => q with { Steps = [new() { AfterMs = 5_000, DropAllSkills = true, Queue = q.Name, IsExpedited = true }] })] });

        // The first five hundred are reached at once. Those that come next are closed, and others take their places in memory.
        foreach (var call in calls[500..700])
        {
            workspace.Do(new Cancel(call, "spam"));
        }

        string[] later = [.. Enumerable.Range(0, 200).Select(_ => workspace.Submit("call"))];
        workspace.After(RenewTickets.SecondsBetween);

        Assert.All([.. calls[..500], .. calls[700..], .. later], c => Assert.Equal(2, workspace.Ticket(c).Steps.Count));
        Assert.All(calls[500..700], c => Assert.Equal(TicketState.Cancelled, workspace.State(c)));
    }

    private static Ticket Blank() => new("", 0, null!) { Channel = null!, Plan = null!, WaitClass = null! };

    private static IEnumerable<FieldInfo> Fields() => new[] { typeof(Ticket), typeof(Ticket).BaseType! }
        .SelectMany(t => t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));

    private static object Junk(Type type) => type switch
    {
        _ when type == typeof(string) => "junk",
        _ when type == typeof(bool) => false,
        _ when type == typeof(int) => 7,
        _ when type == typeof(long) => 7L,
        _ when type.IsEnum => Enum.ToObject(type, 1),
        _ when type == typeof(Estimate) => new Estimate(1, 2, Trust.Normal, 3),
        _ when type == typeof(TicketHistory) => Told(),
        _ => RuntimeHelpers.GetUninitializedObject(type),
    };

    private static TicketHistory Told()
    {
        var history = default(TicketHistory);
        history.Add(new(1, Events.FactKind.TicketEntered, "", ""));
        return history;
    }
}
