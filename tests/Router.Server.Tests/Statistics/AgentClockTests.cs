using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Server.Statistics;

namespace Router.Server.Tests.Statistics;

/// <summary>What is counted of agents, against figures worked out by hand.</summary>
public sealed class AgentClockTests
{
    private readonly CountedWorkspace _workspace = new();

    [Fact]
    public void The_times_of_an_hour_with_a_call_and_a_break_are_those_worked_out_by_hand()
    {
        _workspace.SignIn("anna");
        _workspace.Wait(600);
        var ticket = _workspace.Submit();
        _workspace.Wait(10);
        _workspace.Accept("anna", ticket);
        _workspace.Wait(300);
        _workspace.Complete("anna", ticket);
        _workspace.Wait(30);
        _workspace.Wait(160);
        _workspace.Do(new SetPresence("anna", Presence.Away, "break", AtOnce: true));
        _workspace.Wait(900);
        _workspace.Do(new SetPresence("anna", Presence.Available, "", AtOnce: true));
        _workspace.Wait(400);

        var (anna, away) = (_workspace.Agent("anna"), _workspace.Agent("anna", reason: "break"));

        Assert.Equal((1_500_000, 900_000), (anna[Figure.AvailableMs], away[Figure.AwayMs]));
        Assert.Equal((600_000 + 160_000 + 400_000, 10_000), (anna[Figure.IdleMs], anna[Figure.OfferedMs]));
        Assert.Equal((300_000, 30_000, 1), (anna[Figure.HandlingMs], anna[Figure.WrappingUpMs], anna[Figure.Handled]));
        Assert.Equal(1_100_000, anna[Figure.LongestStretchMs]);
    }

    [Fact]
    public void A_stretch_over_a_full_hour_is_divided_and_signing_out_ends_it()
    {
        _workspace.Wait(3_000);
        _workspace.SignIn("anna");
        _workspace.Wait(1_500);
        _workspace.Do(new SignOut("anna", "anna-session", WorkInHand.Refuse));
        _workspace.Wait(1_000);

        Assert.Equal((600_000, 900_000), (_workspace.Agent("anna")[Figure.AvailableMs], _workspace.Agent("anna", hour: 1)[Figure.AvailableMs]));
        Assert.Equal((600_000, 900_000), (_workspace.Agent("anna")[Figure.IdleMs], _workspace.Agent("anna", hour: 1)[Figure.IdleMs]));
        Assert.Equal(1_500_000, _workspace.Agent("anna", hour: 1)[Figure.LongestStretchMs]);
    }
}
