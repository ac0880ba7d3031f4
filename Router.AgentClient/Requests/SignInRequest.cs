using Router.AgentClient.Connection;
using Router.AgentClient.State;
using Router.V1;

namespace Router.AgentClient.Requests;

/// <summary>The first request of each stream.</summary>
internal sealed class SignInRequest(AgentSessionOptions options, RequestIds ids, TimeProvider time)
{
    /// <summary>How long the stream of a sign-in that broke before its answer may still count as alive on the server: twice three heartbeats of 5 s.</summary>
    public static readonly TimeSpan OwnTrace = TimeSpan.FromSeconds(30);

    private string _waitsFor = "";
    private long? _brokeAt;

    /// <summary>The sign-in of the next stream.</summary>
    /// <param name="state">What is known of the session so far.</param>
    /// <param name="isLeaving">The agent has signed out: should a new session begin, it takes no work.</param>
    public WorkRequest Next(AgentState state, bool isLeaving)
    {
        if (_waitsFor.Length > 0)
        {
            _brokeAt = time.GetTimestamp();
        }

        _waitsFor = ids.Next();
        return new WorkRequest { RequestId = _waitsFor, SignIn = Build(state, isLeaving) };
    }

    public bool Is(string requestId) => _waitsFor == requestId;

    /// <summary>Signed in.</summary>
    public void Done()
    {
        _waitsFor = "";
        _brokeAt = null;
    }

    /// <summary>What a refused sign-in means.</summary>
    public StreamEnd Refused(Refusal refusal, AgentState state)
    {
        _waitsFor = "";
        var end = StreamEnd.SignInRefused(refusal);
        if (refusal.Reason != Reason.SessionExists)
        {
            return end;
        }

        if (_brokeAt is { } brokeAt && time.GetElapsedTime(brokeAt) < OwnTrace)
        {
            return end with { IsFinal = false };
        }

        return state.SessionId.Length > 0 ? end with { Told = SessionEnd.TakenOver, Why = SessionEndTexts.Of(SessionEnd.TakenOver) } : end;
    }

    private SignIn Build(AgentState state, bool isLeaving)
    {
        var isFirst = state.SessionId.Length == 0;
        var (presence, reason) = (isFirst, isLeaving) switch
        {
            (_, true) => (Presence.Away, ""),
            (true, _) => (options.Presence, options.AwayReason),
            (false, _) => (state.Presence.Presence, KnownReason(state)),
        };
        var signIn = new SignIn
        {
            AgentId = options.AgentId,
            SessionId = state.SessionId,
            TakeOver = options.TakeOver && isFirst,
            Presence = presence,
            AwayReason = reason,
        };
        signIn.Channels.AddRange(options.Channels);
        signIn.Languages.AddRange(options.Languages);
        return signIn;
    }

    // `no_answer` is the system's own and may not be asked for.
    private static string KnownReason(AgentState state) =>
        state.Rules?.AwayReasons.Any(known => known.Code == state.Presence.AwayReason) == true ? state.Presence.AwayReason : "";
}
