using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

/// <summary>Agents who sign in with some of their languages, and who accept in another way than their channel.</summary>
public sealed class SessionLanguageTests
{
    [Fact]
    public void An_agent_is_given_tickets_of_the_languages_that_he_signed_in_with_and_those_that_ask_for_none()
    {
        var workspace = new Workspace().Register("ann", Speaker);
        var (hebrew, russian, any) = (workspace.Submit("chat", In("he")), workspace.Submit("chat", In("ru")), workspace.Submit("chat"));

        SignIn(workspace, "ru");

        Assert.Equal(("", "ann"), (workspace.Holder(hebrew), workspace.Holder(russian)));
        workspace.Accept(russian);
        Assert.Equal(("", "ann"), (workspace.Holder(hebrew), workspace.Holder(any)));
        Assert.Equal(["ru"], workspace.FactsOf<SessionStarted>()[^1].Languages);
    }

    [Fact]
    public void A_dialect_that_he_left_out_is_not_judged_by_the_language()
    {
        var workspace = new Workspace().Register("ann", p => p with { Languages = new Dictionary<string, int> { ["pt"] = 5, ["pt-br"] = 2 } });

        SignIn(workspace, "pt");

        Assert.Equal("", workspace.Holder(workspace.Submit("chat", In("pt-br"))));
        Assert.Equal("ann", workspace.Holder(workspace.Submit("chat", In("pt-pt"))));
    }

    [Fact]
    public void What_he_left_out_is_not_unroutable_and_explain_says_why_not_he()
    {
        var workspace = new Workspace().Register("ann", Speaker);
        SignIn(workspace, "ru");
        var hebrew = workspace.Submit("chat", In("he"));

        var told = workspace.Engine.Explain(hebrew, "ann")!;

        Assert.False(workspace.Ticket(hebrew).Unroutable);
        Assert.Equal([WhyNot.SessionLanguage], told.Agent!.WhyNot);
        Assert.Equal((1, 1, 1, 0), (told.Steps[0].Registered, told.Steps[0].SignedIn, told.Steps[0].Away, told.Steps[0].Eligible));
        Assert.Equal(Trust.Unknown, workspace.Engine.Place(hebrew)!.Estimate.Trust);
        var row = workspace.Engine.LiveRows().Single(r => r.Language == "he");
        Assert.Equal((1, 0, 1), (row.Registered, row.Free, row.Away));
    }

    [Fact]
    public void His_languages_are_kept_over_a_restart_and_a_resumed_session_and_end_with_the_session()
    {
        var workspace = new Workspace().Register("ann", Speaker);
        SignIn(workspace, "ru");
        var hebrew = workspace.Submit("chat", In("he"));
        workspace.Restart(5);
        workspace.Resume("ann");
        Assert.Equal(["ru"], workspace.View("ann").Record.SessionLanguages);
        Assert.Equal("", workspace.Holder(hebrew));

        workspace.SignOut("ann");

        Assert.Empty(workspace.View("ann").Record.SessionLanguages);
        workspace.SignIn("ann");
        Assert.Equal("ann", workspace.Holder(hebrew));
    }

    [Fact]
    public void Another_session_that_leaves_out_the_language_of_an_open_offer_gives_it_back()
    {
        var workspace = new Workspace().Register("ann", Speaker);
        SignIn(workspace, "he");
        var hebrew = workspace.Submit("chat", In("he"));
        Assert.Equal("ann", workspace.Holder(hebrew));

        SignIn(workspace, "ru");

        Assert.Equal((TicketState.Queued, OfferEnd.SignedOut), (workspace.State(hebrew), workspace.FactsOf<OfferEnded>()[^1].End));
    }

    [Fact]
    public void A_profile_that_changes_meanwhile_keeps_the_session_narrow()
    {
        var workspace = new Workspace().Register("ann", Speaker);
        SignIn(workspace, "ru");
        var russian = workspace.Submit("chat", In("ru"));

        workspace.Register("ann", p => p with { Languages = new Dictionary<string, int> { ["he"] = 5, ["en"] = 5 } });

        Assert.Equal(TicketState.Queued, workspace.State(russian));
        Assert.Equal("", workspace.Holder(workspace.Submit("chat", In("en"))));
        workspace.Register("ann", Speaker);
        Assert.Equal("ann", workspace.Holder(russian));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("he-il")]
    public void A_language_that_the_profile_does_not_name_is_refused(string language)
    {
        var workspace = new Workspace().Register("ann", Speaker);

        var refused = workspace.Try(new SignIn("ann", "s", false, [], Presence.Available) { Languages = ["he", language] });

        Assert.Equal((Reason.WiderThanProfile, "languages"), (refused.Reason, refused.Metadata["field"]));
        Assert.Contains("he, ru", refused.Message, StringComparison.Ordinal);
        Assert.Equal("", workspace.View("ann").Record.SessionId);
    }

    [Fact]
    public void An_agent_who_accepts_at_once_is_assigned_calls_and_one_who_accepts_by_hand_is_offered_emails()
    {
        var workspace = new Workspace()
            .Agent("ann", p => p with { Channels = [new("call", -1, -1, AcceptMode.Auto)] })
            .Agent("bob", p => p with { Channels = [new("email", -1, -1, AcceptMode.Manual), new("call", -1, 0)] });

        var (call, email) = (workspace.Submit("call"), workspace.Submit("email"));

        Assert.Equal((TicketState.Assigned, "ann"), (workspace.State(call), workspace.Holder(call)));
        Assert.Equal((TicketState.Offered, "bob"), (workspace.State(email), workspace.Holder(email)));
        Assert.Equal(AcceptMode.Auto, workspace.Reload().View("ann").Record.Profile.Channels[0].Accept);
    }

    [Fact]
    public void A_ticket_that_is_offered_to_several_is_offered_to_those_before_the_one_who_would_have_it_at_once()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { OfferWidth = 3 }));
        workspace.Agent("ann").After(1);
        workspace.Agent("bob", p => p with { Channels = [new("call", -1, -1, AcceptMode.Auto)] }).After(1);
        workspace.Agent("cyd");

        var call = workspace.Submit("call");

        Assert.Equal(["ann"], workspace.Ticket(call).Offers.Select(o => o.AgentId));
        workspace.Do(new Decline("ann", call, 1, ""));
        Assert.Equal((TicketState.Assigned, "bob"), (workspace.State(call), workspace.Holder(call)));
    }

    private static AgentProfile Speaker(AgentProfile profile) => profile with { Languages = new Dictionary<string, int> { ["ru"] = 5, ["he"] = 5 } };

    private static Func<TicketContent, TicketContent> In(string language) => c => c with { Languages = [new(language, 3, 0)] };

    private static void SignIn(Workspace workspace, params string[] languages) =>
        workspace.Do(new SignIn("ann", $"{workspace.Facts.Count}", true, [], Presence.Available) { Languages = languages });
}
