using Router.Server.Edge.Access;
using Router.Server.Tests.Live;

namespace Router.Server.Tests.Edge;

public sealed class TokenReaderTests : IDisposable
{
    private readonly TokenReader _reader = new(TestKey.Signing, TimeProvider.System);

    public void Dispose() => _reader.Dispose();

    [Fact]
    public async Task A_good_token_says_who_calls()
    {
        var token = TestKey.Token("adapter", "mail-1", new() { ["workspace"] = "bank", ["source"] = "mail" });

        var reading = await _reader.ReadAsync(token);

        Assert.Equal("", reading.Problem);
        var caller = reading.Principal!.Caller;
        Assert.Equal(("mail-1", Roles.Adapter, "bank", "mail"),
            (caller.Subject, caller.Roles, caller.Workspace, caller.Source));
    }

    [Fact]
    public async Task A_token_without_workspace_and_source_is_for_the_default_one_and_any()
    {
        var caller = (await _reader.ReadAsync(TestKey.Token("agent", "anna"))).Principal!.Caller;

        Assert.Equal(("default", ""), (caller.Workspace, caller.Source));
    }

    [Theory]
    [InlineData(253_402_300_799)]
    [InlineData(long.MaxValue)]
    public async Task A_token_may_be_for_all_time(long end)
    {
        var caller = (await _reader.ReadAsync(TestKey.Token("agent", claims: new() { ["exp"] = end }))).Principal!.Caller;

        Assert.Equal(DateTimeOffset.MaxValue.Year, caller.ExpiresAt.Year);
    }

    [Fact]
    public async Task A_token_may_have_several_roles()
    {
        var caller = (await _reader.ReadAsync(TestKey.Token(new[] { "agent", "supervisor" }))).Principal!.Caller;

        Assert.Equal(Roles.Agent | Roles.Supervisor, caller.Roles);
    }

    public static TheoryData<string, string> BadTokens => new()
    {
        { "nonsense", "not a JSON Web Token" },
        { "a.b.c", "not a JSON Web Token" },
        { TestKey.Token("agent", key: new string('x', 40)), "not signed with this server's key" },
        { TestKey.Token("agent", claims: new() { ["exp"] = 1_000L }), "time is over" },
        { TestKey.Token("agent", claims: new() { ["nbf"] = 9_000_000_000L, ["exp"] = 9_999_999_999L }), "time is over" },
        { TestKey.Token("agent", claims: new() { ["iss"] = "others" }), "issuer is not 'router'" },
        { TestKey.Token("agent", claims: new() { ["aud"] = "others" }), "audience is not 'router'" },
        { TestKey.Token("agent", subject: null), "no claim 'sub'" },
        { TestKey.Token("agent", claims: new() { ["sub"] = 1042L }), "'sub' must say who calls, as a text in quotes" },
        { TestKey.Token("agent", claims: new() { ["sub"] = 1042.5 }), "'sub' must say who calls, as a text in quotes" },
        { TestKey.Token("agent", subject: "an\nna"), "'sub' must say who calls, as a text in quotes, one line" },
        { TestKey.Token("agent", subject: "anna\u202e"), "without characters that are not seen" },
        { TestKey.Token(null), "no claim 'role'" },
        { TestKey.Token("root"), "has 'root', which may be adapter" },
        { TestKey.Token("agent", claims: new() { ["workspace"] = "" }), "'workspace' may be the id of one workspace" },
        { TestKey.Token("agent", claims: new() { ["workspace"] = 7 }), "'workspace' may be the id of one workspace" },
        { TestKey.Token("adapter", claims: new() { ["source"] = new[] { "mail", "shop" } }), "'source' may be the name of one source" },
        { TestKey.Token("adapter", claims: new() { ["source"] = Array.Empty<string>() }), "'source' may be the name of one source" },
        { TestKey.Token("agent")[..^2] + "AA", "not signed with this server's key" },
        { Unsigned(), "not signed with" },
        { TestKey.Token("agent").Split('.')[0] + "." + TestKey.Token("admin").Split('.')[1] + ".", "not signed with" },
        { TestKey.Token("admin", algorithm: "HS512"), "not signed with" },
        { TestKey.Token(7), "has '7', which may be" },
        { TestKey.Token(true), "has 'true', which may be" },
        { TestKey.Token(Array.Empty<string>()), "no claim 'role'" },
        { TestKey.Token(new object[] { "agent", 7 }), "has '7', which may be" },
        { TestKey.Token(new Dictionary<string, object> { ["admin"] = true }), "which may be adapter" },
        { TestKey.Token("agent, admin"), "has 'agent, admin', which may be" },
        { TestKey.Token("Admin"), "has 'Admin', which may be" },
        { TestKey.Token("agent", claims: new() { ["sub"] = new[] { "anna", "root" } }), "not a JSON Web Token" },
        { TestKey.Token("agent", claims: new() { ["exp"] = -1L }), "time is over" },
        { TestKey.Token("agent", claims: new() { ["exp"] = "tomorrow" }), "not a JSON Web Token" },
        { TestKey.Token("agent", claims: new() { ["nbf"] = "tomorrow" }), "not a JSON Web Token" },
        { TestKey.Token("agent", claims: new() { ["aud"] = new[] { "others", "more" } }), "audience is not 'router'" },
        { TestKey.Token("agent", claims: new() { ["workspace"] = new[] { "default", "bank" } }), "'workspace' may be the id of one workspace" },
        { TestKey.Token("agent", claims: new() { ["pad"] = new string('x', 400_000) }), "not a JSON Web Token" },
    };

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task A_bad_token_is_nobodys_and_the_problem_is_named(string token, string problem)
    {
        var reading = await _reader.ReadAsync(token);

        Assert.Null(reading.Principal);
        Assert.Contains(problem, reading.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain(token, reading.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_known_once_it_was_read_and_until_its_time_is_over()
    {
        var time = new HeldTime();
        using var reader = new TokenReader(TestKey.Signing, time);
        var good = TestKey.Token("adapter", claims: new() { ["exp"] = time.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds() });
        var before = reader.Known(good);
        await reader.ReadAsync(good);
        await reader.ReadAsync("nonsense");

        Assert.Equal((null, Roles.Adapter, null), (before, reader.Known(good)!.Caller.Roles, reader.Known("nonsense")));
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(reader.Known(good));
    }

    [Fact]
    public async Task A_token_without_end_is_refused()
    {
        var reading = await _reader.ReadAsync(TestKey.Token("agent", claims: new() { ["exp"] = null! }));

        Assert.Contains("no claim 'exp'", reading.Problem, StringComparison.Ordinal);
    }

    // {"alg":"none"}, the oldest attack there is.
    private static string Unsigned() => $"eyJhbGciOiJub25lIn0.{TestKey.Token("admin").Split('.')[1]}.";
}
